import { isInForce, isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isMandateOf } from '../policies/mandates-open-to.js';
import type { MandateScope, MandateState } from '../types/mandate.js';

/** Nothing is written into the state of one that is taken away: when it was says enough. */
const state = sql<MandateState>`(case when mandate.revoked_at is not null then 'REVOKED' else mandate.state end)`;

/**
 * Mandates as somebody may see them: what an organisation calls a person is for that person and who administers the
 * organisation, and for nobody who runs the hub.
 * @param viewer the person who asks
 */
export function mandates(reads: Reads<Tables>, viewer: string | null) {
  return reads
    .selectFrom('mandate')
    .leftJoin('representative', (join) =>
      join
        .onRef('representative.organisation_id', '=', 'mandate.organisation_id')
        .onRef('representative.person_id', '=', 'mandate.person_id'),
    )
    .select([
      'mandate.id',
      'mandate.organisation_id as organisationId',
      'mandate.person_id as personId',
      sql<string | null>`(case when ${isMandateOf(viewer)} then representative.sealed_name end)`.as(
        'sealedName',
      ),
      sql<readonly MandateScope[]>`mandate.scopes`.as('scopes'),
      'mandate.statement_id as statementId',
      'mandate.decided_on as decidedOn',
      'mandate.decided_by as decidedBy',
      'mandate.reference',
      state.as('state'),
      'mandate.answer_by as answerBy',
      'mandate.starts_on as startsOn',
      'mandate.ends_on as endsOn',
    ]);
}

/** Null also for what is no affair of the viewer's any more, such as what a repeated request did. */
export function mandatesById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const { personId, administrator } = await rights();
    const rows = await mandates(reads, personId)
      .where('mandate.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .where(sql<boolean>`(${administrator}::boolean or ${isMandateOf(personId)})`)
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
  return mandates(reads, personId)
    .where('mandate.person_id', '=', personId)
    .where('mandate.revoked_at', 'is', null)
    .orderBy('mandate.decided_on')
    .orderBy('mandate.id');
}
