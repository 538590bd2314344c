import { isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { holdsOn } from './holds-on.js';
import { listsOnDay } from './lists-on-day.js';

const columns = [
  'working_group.id',
  'working_group.coalition_id as coalitionId',
  'working_group.name',
  'working_group.purpose',
  'working_group.since',
  'working_group.until',
] as const;

export function workingGroupsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('working_group')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** The working groups that a coalition has on a day, by name. */
export function workingGroupsOnDay(reads: Reads<Tables>) {
  return listsOnDay(reads, (coalitionId, day) =>
    reads
      .selectFrom('working_group')
      .select(columns)
      .where('working_group.coalition_id', '=', coalitionId)
      .where(holdsOn('working_group', day))
      .orderBy('working_group.name')
      .orderBy('working_group.id'),
  );
}
