import type { Retained } from '@coalition-hub/organisations';
import type { HubCommand } from './command.js';

export const retention: HubCommand = {
  name: 'retention',
  summary: 'Removes what about people has had its time; the hub does it by itself once a day.',
  usage: 'retention [--dry-run] [--json]',
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    '--dry-run': 'Says how much that would be, and removes nothing.',
    '--json': 'Prints a line of JSON for each rule.',
  },
  async run({ config, values, print }) {
    const { withServices } = await import('../assembly/with-services.js');
    const { expiredRows, removeExpired } = await import('@coalition-hub/organisations');
    const dry = values['dry-run'] === true;
    const found = await withServices(config, ({ subgraphs }) => {
      const { database } = subgraphs.organisations.service;
      return dry ? expiredRows(database.reads) : removeExpired(database);
    });
    for (const line of found) print(values['json'] === true ? JSON.stringify(line) : sentence(line, dry));
  },
};

function sentence({ what, rows }: Retained, dry: boolean): string {
  return `${dry ? 'Would remove' : 'Removed'} ${rows}: ${what}.`;
}
