import {
  type Command,
  type CommandScope,
  cleanText,
  forbidden,
  InvalidInput,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ClaimRecord } from '../entities/claim-record.js';
import type { Tables } from '../entities/tables.js';
import { type AnsweredClaim, canAnswerClaim } from '../policies/can-answer-claim.js';
import { coalitionPermissions } from '../policies/coalition-permissions.js';
import { ClaimNotPending } from '../types/access-refusals.js';
import { ClaimState, ClaimWay } from '../types/claim.js';
import { administers, isAdministered } from './administered-organisation.js';
import { loadClaim } from './load-claim.js';
import { settleClaim } from './settle-claim.js';

@InputType({ description: 'A decision on somebody’s request for a mandate, or on a contested claim.' })
export class AnswerMandateRequestInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => Boolean, { description: 'Whether the person is to administer the organisation.' })
  grant!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the person and those who decide, 1,000 characters at most; needed for a no.',
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({
  description:
    'The request is answered. A coordinator’s yes for an organisation that has administrators, or is in a coalition of others too, leaves the decision to those above.',
})
export class AnswerMandateRequestSuccess {
  claimId!: string;
}

/** What the policy asks about, beside the claim itself. */
interface Answered extends AnsweredClaim {
  readonly claim: ClaimRecord;
}

export const answerMandateRequest: Command<
  Tables,
  AnswerMandateRequestInput,
  Answered,
  AnswerMandateRequestSuccess
> = {
  name: 'answerMandateRequest',
  subject: 'claim',
  success: AnswerMandateRequestSuccess,
  async load(scope, { claimId }) {
    const answered = await answeredClaim(scope, claimId);
    if (answered !== null && canAnswerClaim(scope.rights, answered)) return answered;
    // Whether an id is that of somebody’s claim is for those who decide to know.
    if (!scope.rights.administrator) throw forbidden();
    return null;
  },
  policy: canAnswerClaim,
  async change(scope, answered, { grant, reason }) {
    const { claim } = answered;
    requireOpen(claim);
    const said = reason == null ? null : cleanText(reason, { field: 'reason', max: 1_000 });
    if (!grant && said === null) refuse(new InvalidInput('reason', 'A no needs a "reason".'));
    const state = grant ? await granted(scope, answered) : ClaimState.REFUSED;
    await settleClaim(scope, claim, { state, now: await scope.now(), reason: said });
    return Object.assign(new AnswerMandateRequestSuccess(), { claimId: claim.id });
  },
};

/** Null also for what a mailbox's owner has not confirmed: that is nobody else's to decide. */
async function answeredClaim(scope: CommandScope<Tables>, claimId: string): Promise<Answered | null> {
  const claim = await loadClaim(scope, claimId);
  if (claim === null || (claim.way === ClaimWay.MAILBOX && claim.state === ClaimState.PENDING)) return null;
  const { organisationId, personId, way, state } = claim;
  const caller = scope.rights.personId;
  const administered = caller !== null && (await administers(scope, organisationId, caller));
  const coalitionIds = await coalitionsOf(scope, organisationId);
  return { claim, personId, way, state, administered, coalitionIds };
}

function requireOpen({ state }: ClaimRecord): void {
  if (state === ClaimState.PENDING || state === ClaimState.CONTESTED) return;
  refuse(new ClaimNotPending(state as ClaimState));
}

/**
 * What is somebody's already, or in a coalition of others too, coordinators of one coalition that it happens to be in do
 * not give away.
 */
async function granted(
  scope: CommandScope<Tables>,
  { claim: { organisationId }, administered, coalitionIds }: Answered,
): Promise<ClaimState.GRANTED | ClaimState.CONTESTED> {
  const { rights } = scope;
  if (administered || rights.administrator) return ClaimState.GRANTED;
  const roles = coalitionPermissions['decide on requests for mandates of members'];
  if (!coalitionIds.every((coalitionId) => rights.hasRole(coalitionId, roles))) return ClaimState.CONTESTED;
  return (await isAdministered(scope, organisationId)) ? ClaimState.CONTESTED : ClaimState.GRANTED;
}

async function coalitionsOf({ sql: tx }: CommandScope<Tables>, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select coalition_id as id from membership
     where organisation_id = ${organisationId}
       and joined_on <= (hub_now() at time zone 'UTC')::date
       and (ended_on is null or ended_on >= (hub_now() at time zone 'UTC')::date)`.execute(tx);
  return rows.map(({ id }) => id);
}
