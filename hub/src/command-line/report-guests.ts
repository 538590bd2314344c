import { readContract } from '@coalition-hub/schema';
import { systemClock } from '@coalition-hub/subgraph';
import { openDataFolder } from '../data-folder/data-folder.js';
import { openGuests } from '../guests/open-guests.js';
import { HubError } from '../hub-error.js';
import type { Invocation } from './command.js';

/**
 * Asks every guest of the settings what it adds, and prints a line for each.
 * @throws HubError when one of them cannot be taken up
 */
export async function reportGuests({ config, values, print }: Invocation): Promise<void> {
  const folder = await openDataFolder(config.dataDir);
  const { reports } = await openGuests(config.guests, await readContract(), { folder, clock: systemClock });
  for (const { guest, takenUp, fromCache, remarks } of reports) {
    const state = takenUp ? (fromCache ? 'taken up as it was last' : 'taken up') : 'left out';
    const line = [`${guest.name}: ${state}`, ...remarks.map((remark) => `  - ${remark}`)].join('\n');
    print(values['json'] === true ? JSON.stringify({ ...guest, takenUp, fromCache, remarks }) : line);
  }
  if (reports.length === 0) print('HUB_GUESTS names no guests.');
  if (reports.some(({ takenUp }) => !takenUp)) throw new HubError('Not every guest can be taken up.');
}
