import type { CursorSealer, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { StatementUpdateKind } from '../types/statement-update-kind.js';
import { FeedUpdate } from './feed-update.js';
import { UpdateFacts } from './update-facts.js';
import type { UpdateRow } from './update-row.js';

/** Updates read at a time, at most. */
export const updatesPerPage = 200;

const columns = [
  sql<number>`sequence::float8`.as('sequence'),
  'statement_id as statementId',
  sql<StatementUpdateKind>`kind`.as('kind'),
  'revision_id as revisionId',
  'signature_id as signatureId',
  'occurred_at as occurredAt',
  sql<boolean>`exists (select from statement_state where statement_state.statement_id = statement_update.statement_id)`.as(
    'isPublic',
  ),
] as const;

/** Reads the feed. */
export class UpdateSource {
  constructor(
    private readonly reads: Reads<Tables>,
    private readonly sealer: CursorSealer,
  ) {}

  /** A page of what happened to a statement after a sequence number, oldest first; an empty one is the end. */
  async after(statementId: string, sequence: number): Promise<FeedUpdate[]> {
    const rows: UpdateRow[] = await this.reads
      .selectFrom('statement_update')
      .select(columns)
      .where('statement_id', '=', statementId)
      .where('sequence', '>', sql<string>`${sequence}::bigint`)
      .orderBy('statement_update.sequence')
      .limit(updatesPerPage)
      .execute();
    const facts = new UpdateFacts(this.reads, statementId);
    return rows.map((row) => new FeedUpdate(row, facts, this.sealer));
  }
}
