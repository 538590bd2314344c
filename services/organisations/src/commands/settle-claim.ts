import { type CommandScope, holdPersonalKeys } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { ClaimRecord } from '../entities/claim-record.js';
import type { Tables } from '../entities/tables.js';
import { ClaimState } from '../types/claim.js';
import { MandateScope } from '../types/mandate.js';
import { addMandate } from './add-mandate.js';

export interface Answer {
  readonly state: ClaimState.GRANTED | ClaimState.CONTESTED | ClaimState.REFUSED;
  readonly now: string;
  readonly reason: string | null;
}

/** Writes what became of a claim; a granted one is a mandate to administer from now on. */
export async function settleClaim(
  scope: CommandScope<Tables>,
  claim: ClaimRecord,
  { state, now, reason }: Answer,
): Promise<void> {
  const { id: claimId, organisationId, personId } = claim;
  claim.state = state;
  claim.answeredAt = now;
  claim.answeredBy = scope.rights.personId;
  claim.reason = reason;
  if (state === ClaimState.GRANTED) {
    if (claim.sealedName !== null) await keepName(scope, claimId);
    claim.mandateId = await mandateOf(scope, claim, now.slice(0, 10));
  }
  scope.note({ claimId, about: personId, state });
  const data = { claimId, organisationId, personId, state, mandateId: claim.mandateId };
  scope.emit({ type: 'CLAIM_DECIDED', subject: claimId, data });
}

/** The name that the person asked to be known by, unless the organisation calls the person something already. */
async function keepName({ sql: tx }: CommandScope<Tables>, claimId: string): Promise<void> {
  await holdPersonalKeys(tx);
  await sql`
    insert into representative (organisation_id, person_id, sealed_name)
    select organisation_id, person_id, sealed_name from organisation_claim
     where id = ${claimId} and sealed_name is not null
        on conflict do nothing`.execute(tx);
}

function mandateOf(scope: CommandScope<Tables>, claim: ClaimRecord, today: string): Promise<string> {
  const { organisationId, personId, decidedOn, decidedBy, reference, domain } = claim;
  return addMandate(scope, {
    organisationId,
    personId,
    scopes: [MandateScope.ADMINISTER],
    statementId: null,
    startsOn: null,
    endsOn: null,
    decidedOn: decidedOn ?? today,
    decidedBy: decidedBy ?? `Whoever has a mailbox at ${domain}`,
    reference,
  });
}
