import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { amendmentColumns, toAmendment } from './amendment-row.js';
import { openAmendments } from './open-amendments.js';

/** Null for what does not exist and for what is not open to the viewer. */
export function amendmentsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openAmendments(reads, await rights())
      .select(amendmentColumns)
      .where('amendment.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(toAmendment), ({ id }) => id);
  });
}
