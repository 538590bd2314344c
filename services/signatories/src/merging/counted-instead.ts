import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

export interface RepeatedSignature {
  readonly statementId: string;
  readonly organisationId: string | null;
}

/**
 * The signature that counts in the place of one that was set aside as a repeat; where that was withdrawn, the one that
 * was last. Asked for by `shown` and its opposite, which have an index each.
 */
export async function countedInstead(
  db: Reads<Tables>,
  { statementId, organisationId }: RepeatedSignature,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with own as (
      select id, statement_id, status, withdrawn_at from signature where organisation_id = ${organisationId} and shown
      union all
      select id, statement_id, status, withdrawn_at from signature where organisation_id = ${organisationId} and not shown
    )
    select id from own
     where statement_id = ${statementId} and status <> 'REPEATED'
     order by withdrawn_at desc nulls first limit 1`.execute(db);
  return rows[0]?.id;
}
