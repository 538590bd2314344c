import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { openStatements, statementColumns, toStatement } from './statement-row.js';

/** Null for what does not exist and for what is not open to the viewer. */
export function statementsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openStatements(reads, await rights())
      .select(statementColumns)
      .where('statement.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(toStatement), ({ id }) => id);
  });
}
