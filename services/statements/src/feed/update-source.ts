import {
  type CursorSealer,
  type Reads,
  type UpdateSource,
  updateColumns,
  updatesAfter,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { allStatements } from '../loaders/statement-row.js';
import { isPublicUpdate } from '../policies/is-public-update.js';
import type { StatementUpdateKind } from '../types/statement-update-kind.js';
import { StatementFeedUpdate } from './statement-feed-update.js';
import { updateFacts } from './update-facts.js';
import { updateTable } from './update-table.js';

const columns = [
  ...updateColumns(updateTable),
  sql<StatementUpdateKind>`statement_update.kind`.as('kind'),
  'statement_update.revision_id as revisionId',
  'statement_update.signature_id as signatureId',
  'statement_update.amendment_id as amendmentId',
  isPublicUpdate.as('isPublic'),
] as const;

/** Reads the feed. */
export function updateSource(reads: Reads<Tables>, sealer: CursorSealer): UpdateSource<StatementFeedUpdate> {
  return {
    async after(statementId, sequence) {
      const updates = allStatements(reads)
        .innerJoin('statement_update', 'statement_update.statement_id', 'statement.id')
        .select(columns);
      const rows = await updatesAfter(updates, updateTable, statementId, sequence).execute();
      const facts = updateFacts(reads);
      return rows.map((row) => new StatementFeedUpdate(row, facts, sealer));
    },
  };
}
