import type { HubCommand } from './command.js';

export const guests: HubCommand = {
  name: 'guests',
  summary:
    'Asks the guests that HUB_GUESTS names what they add, and says whether the hub would take them up.',
  usage: 'guests [--json]',
  options: { json: { type: 'boolean' } },
  optionHelp: { '--json': 'Prints a line of JSON for each guest.' },
  async run(invocation) {
    const { reportGuests } = await import('./report-guests.js');
    await reportGuests(invocation);
  },
};
