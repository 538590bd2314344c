import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { revisionColumns } from './revision-columns.js';
import { openStatements } from './statement-row.js';

/** Null for what does not exist and for revisions of statements that are not open to the viewer. */
export function revisionsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openStatements(reads, await rights())
      .innerJoin('revision', 'revision.statement_id', 'statement.id')
      .select(revisionColumns)
      .where('revision.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}
