import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { MandateScope } from '../types/mandate.js';

const columns = [
  'id',
  'organisation_id as organisationId',
  sql<readonly MandateScope[]>`scopes`.as('scopes'),
  'statement_id as statementId',
  'decided_on as decidedOn',
  'decided_by as decidedBy',
  'ends_on as endsOn',
] as const;

export function mandatesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('mandate')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** The live mandates of one person, oldest decision first. */
export function mandatesOfPerson(reads: Reads<Tables>, personId: string) {
  return reads
    .selectFrom('mandate')
    .select(columns)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(ends_on is null or ends_on >= (hub_now() at time zone 'UTC')::date)`)
    .orderBy('decided_on')
    .orderBy('id')
    .execute();
}
