import type { HubCommand } from './command.js';
import { nextSignal } from './next-signal.js';

export const start: HubCommand = {
  name: 'start',
  summary: 'Starts the hub and serves until SIGINT or SIGTERM.',
  usage: 'start',
  options: {},
  optionHelp: {},
  async run(invocation) {
    // Before the hub is loaded, so that a signal meanwhile ends it in order.
    const stopping = nextSignal();
    const { serve } = await import('./serve.js');
    await serve(invocation, stopping);
  },
};
