import {
  type Command,
  type CommandScope,
  cleanText,
  DateScalar,
  InvalidInput,
  isUuid,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CoalitionInvitationRecord } from '../entities/coalition-invitation-record.js';
import { CoalitionRecord } from '../entities/coalition-record.js';
import type { Tables } from '../entities/tables.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { CoalitionInvitationState } from '../types/coalition-invitation.js';
import { AlreadyInvited } from '../types/coalition-life-refusals.js';
import { MembershipOverlaps } from '../types/refusals.js';
import { requireOrganisation } from './require-organisation.js';

@InputType({ description: 'An organisation to ask into a coalition.' })
export class InviteOrganisationInput {
  @Field(() => ID, { description: 'The coalition.' })
  coalitionId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What its representatives will read, 5,000 characters at most.',
  })
  message?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day (UTC) on which it can be answered; no end if left out.',
  })
  expiresOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The invitation waits for an answer.' })
export class InviteOrganisationSuccess {
  invitationId!: string;
}

export const inviteOrganisation: Command<
  Tables,
  InviteOrganisationInput,
  CoalitionRecord,
  InviteOrganisationSuccess
> = {
  name: 'inviteOrganisation',
  subject: 'coalition',
  success: InviteOrganisationSuccess,
  load: async ({ em }, { coalitionId }) =>
    isUuid(coalitionId) ? em.findOne(CoalitionRecord, coalitionId) : null,
  policy: (rights, { id }) => canCoordinate(rights, { coalitionId: id }),
  async change(scope, { id: coalitionId }, input) {
    const { id: organisationId } = await requireOrganisation(scope, input.organisationId);
    const now = await scope.now();
    const expiresOn = input.expiresOn ?? null;
    if (expiresOn !== null && expiresOn < now.slice(0, 10)) {
      refuse(new InvalidInput('expiresOn', '"expiresOn" must not be in the past.'));
    }
    const message = input.message == null ? null : cleanText(input.message, { field: 'message', max: 5_000 });
    await requireNoMember(scope, coalitionId, organisationId, now.slice(0, 10));
    await settleExpired(scope, coalitionId, organisationId, now.slice(0, 10));
    const invitation = { id: scope.newId('invitation'), coalitionId, organisationId, message, expiresOn };
    scope.em.persist(
      Object.assign(new CoalitionInvitationRecord(), {
        ...invitation,
        state: CoalitionInvitationState.PENDING,
        invitedAt: now,
        answeredAt: null,
        membershipId: null,
      }),
    );
    await scope.flush({ coalition_invitation_pending: () => new AlreadyInvited() });
    const data = { invitationId: invitation.id, coalitionId, organisationId, expiresOn };
    scope.emit({ type: 'COALITION_INVITATION_MADE', subject: invitation.id, data });
    return Object.assign(new InviteOrganisationSuccess(), { invitationId: invitation.id });
  },
};

async function requireNoMember(
  { sql: tx }: CommandScope<Tables>,
  coalitionId: string,
  organisationId: string,
  today: string,
): Promise<void> {
  const { rows } = await sql`
    select from membership
     where coalition_id = ${coalitionId} and organisation_id = ${organisationId}
       and (ended_on is null or ended_on >= ${today}::date) limit 1`.execute(tx);
  if (rows.length > 0) refuse(new MembershipOverlaps());
}

/** Only one invitation waits at a time: one that expired makes room for the next. */
async function settleExpired(
  { sql: tx }: CommandScope<Tables>,
  coalitionId: string,
  organisationId: string,
  today: string,
): Promise<void> {
  await sql`
    update coalition_invitation set state = 'EXPIRED'
     where coalition_id = ${coalitionId} and organisation_id = ${organisationId}
       and state = 'PENDING' and expires_on < ${today}::date`.execute(tx);
}
