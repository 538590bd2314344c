import { facts, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { amendmentColumns, toAmendment } from '../loaders/amendment-row.js';
import { revisionColumns } from '../loaders/revision-columns.js';
import { allStatements, statementColumns, toStatement } from '../loaders/statement-row.js';

export type UpdateFacts = ReturnType<typeof updateFacts>;

/**
 * What updates that were read together refer to, read once and only if asked for, however many followers ask. What
 * a follower may have was decided before it gets the update.
 */
export function updateFacts(reads: Reads<Tables>) {
  return {
    statement: facts(statements(reads)),
    revision: facts(revisions(reads)),
    amendment: facts(amendments(reads)),
  };
}

const statements = (reads: Reads<Tables>) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await allStatements(reads)
      .select(statementColumns)
      .where('statement.id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows.map(toStatement), ({ id }) => id);
  });

const revisions = (reads: Reads<Tables>) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('revision')
      .select(revisionColumns)
      .where('revision.id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });

const amendments = (reads: Reads<Tables>) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('amendment')
      .select(amendmentColumns)
      .where('amendment.id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows.map(toAmendment), ({ id }) => id);
  });
