import { isInForce, isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { MandateScope, MandateState } from '../types/mandate.js';

/** Nothing is written into the state of one that is taken away: when it was says enough. */
const state = sql<MandateState>`(case when mandate.revoked_at is not null then 'REVOKED' else mandate.state end)`;

export const mandateColumns = [
  'mandate.id',
  'mandate.organisation_id as organisationId',
  'mandate.person_id as personId',
  'representative.sealed_name as sealedName',
  sql<readonly MandateScope[]>`mandate.scopes`.as('scopes'),
  'mandate.statement_id as statementId',
  'mandate.decided_on as decidedOn',
  'mandate.decided_by as decidedBy',
  'mandate.reference',
  state.as('state'),
  'mandate.answer_by as answerBy',
  'mandate.starts_on as startsOn',
  'mandate.ends_on as endsOn',
] as const;

export function mandates(reads: Reads<Tables>) {
  return reads
    .selectFrom('mandate')
    .leftJoin('representative', (join) =>
      join
        .onRef('representative.organisation_id', '=', 'mandate.organisation_id')
        .onRef('representative.person_id', '=', 'mandate.person_id'),
    );
}

export function mandatesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await mandates(reads)
      .select(mandateColumns)
      .where('mandate.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** The mandates of one person that hold today, oldest decision first. */
export function mandatesOfPerson(reads: Reads<Tables>, personId: string) {
  return ofPerson(reads, personId).where('mandate.state', '=', 'GRANTED').where(isInForce).execute();
}

/** What is offered to one person and can be accepted today. */
export function offersOfPerson(reads: Reads<Tables>, personId: string) {
  return ofPerson(reads, personId)
    .where('mandate.state', '=', 'OFFERED')
    .where(
      sql<boolean>`(
        mandate.answer_by >= (hub_now() at time zone 'UTC')::date
        and (mandate.ends_on is null or mandate.ends_on >= (hub_now() at time zone 'UTC')::date))`,
    )
    .execute();
}

function ofPerson(reads: Reads<Tables>, personId: string) {
  return mandates(reads)
    .select(mandateColumns)
    .where('mandate.person_id', '=', personId)
    .where('mandate.revoked_at', 'is', null)
    .orderBy('mandate.decided_on')
    .orderBy('mandate.id');
}
