import type { CursorSealer, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { allStatements } from '../loaders/statement-row.js';
import { isPublicUpdate } from '../policies/is-public-update.js';
import type { StatementUpdateKind } from '../types/statement-update-kind.js';
import { FeedUpdate } from './feed-update.js';
import { UpdateFacts } from './update-facts.js';
import type { UpdateRow } from './update-row.js';

/** Updates read at a time, at most. */
export const updatesPerPage = 200;

const columns = [
  sql<number>`statement_update.sequence::float8`.as('sequence'),
  'statement_update.statement_id as statementId',
  sql<StatementUpdateKind>`statement_update.kind`.as('kind'),
  'statement_update.revision_id as revisionId',
  'statement_update.signature_id as signatureId',
  'statement_update.occurred_at as occurredAt',
  isPublicUpdate.as('isPublic'),
] as const;

/** Reads the feed. */
export class UpdateSource {
  constructor(
    private readonly reads: Reads<Tables>,
    private readonly sealer: CursorSealer,
  ) {}

  /** A page of what happened to a statement after a sequence number, oldest first; an empty one is the end. */
  async after(statementId: string, sequence: number): Promise<FeedUpdate[]> {
    const rows: UpdateRow[] = await allStatements(this.reads)
      .innerJoin('statement_update', 'statement_update.statement_id', 'statement.id')
      .select(columns)
      .where('statement_update.statement_id', '=', statementId)
      .where('statement_update.sequence', '>', sql<string>`${sequence}::bigint`)
      .orderBy('statement_update.sequence')
      .limit(updatesPerPage)
      .execute();
    const facts = new UpdateFacts(this.reads, statementId);
    return rows.map((row) => new FeedUpdate(row, facts, this.sealer));
  }
}
