import { type Command, type CommandScope, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ownDomain } from '../claiming/own-domain.js';
import type { ClaimRecord } from '../entities/claim-record.js';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { isMeant } from '../policies/is-meant.js';
import { ClaimNotPending } from '../types/access-refusals.js';
import { ClaimState, ClaimWay } from '../types/claim.js';
import { isAdministered } from './administered-organisation.js';
import { loadClaim } from './load-claim.js';
import { settleClaim } from './settle-claim.js';

@InputType({ description: 'A claim to confirm, by whoever is signed in with the mailbox.' })
export class ConfirmClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({
  description:
    'The claim is confirmed: the first makes its person the organisation’s administrator, a later one waits for those who are.',
})
export class ConfirmClaimSuccess {
  claimId!: string;
}

export const confirmClaim: Command<Tables, ConfirmClaimInput, ClaimRecord, ConfirmClaimSuccess> = {
  name: 'confirmClaim',
  subject: 'claim',
  success: ConfirmClaimSuccess,
  load: (scope, { claimId }) =>
    scope.rights.personId === null
      ? Promise.resolve(null)
      : loadClaim(scope, claimId, { personId: scope.rights.personId, way: ClaimWay.MAILBOX }),
  policy: isMeant,
  async change(scope, claim) {
    const now = await scope.now();
    await requireConfirmable(scope, claim, now.slice(0, 10));
    const contested = await isAdministered(scope, claim.organisationId);
    const state = contested ? ClaimState.CONTESTED : ClaimState.GRANTED;
    await settleClaim(scope, claim, { state, now, reason: null });
    return Object.assign(new ConfirmClaimSuccess(), { claimId: claim.id });
  },
};

/** A website that has moved to another domain meanwhile makes the mailbox say nothing any more. */
async function requireConfirmable(
  { em }: CommandScope<Tables>,
  { state, confirmBy, organisationId, domain }: ClaimRecord,
  today: string,
): Promise<void> {
  if (state !== ClaimState.PENDING) refuse(new ClaimNotPending(state as ClaimState));
  const { website } = await em.findOneOrFail(OrganisationRecord, organisationId);
  if ((confirmBy ?? today) < today || ownDomain(website) !== domain) {
    refuse(new ClaimNotPending(ClaimState.EXPIRED));
  }
}
