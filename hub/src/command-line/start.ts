import { createLog } from '@coalition-hub/subgraph';
import { startHub } from '../hub.js';
import type { HubCommand } from './command.js';
import { nextSignal } from './next-signal.js';

export const start: HubCommand = {
  name: 'start',
  summary: 'Starts the hub and serves until SIGINT or SIGTERM.',
  usage: 'start',
  options: {},
  optionHelp: {},
  async run({ config, say }) {
    const signal = nextSignal();
    const log = createLog({ level: config.logLevel, name: 'hub' });
    const begun = performance.now();
    const starting = startHub({ config, log });
    const hub = await Promise.race([starting, signal.then(() => null)]);
    if (hub === null) return (await starting).stop();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`Coalition Hub is ready after ${seconds} s: ${hub.url}/graphql`);
    await signal;
    say('Stopping: open requests may finish.');
    await hub.stop();
    return undefined;
  },
};
