import { type Command, type CommandScope, holdMerges, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { standingSignature } from '../loaders/invitation-row.js';
import { type VisibleInvitation, visibleInvitation } from '../loaders/visible-invitation.js';
import { whereInvitationStands } from '../loaders/where-invitation-stands.js';
import { canInviteToSign } from '../policies/can-invite-to-sign.js';
import { SigningInvitationSettled } from '../types/refusals.js';

@InputType({ description: 'An invitation to sign to take back.' })
export class WithdrawSigningInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The invitation is withdrawn. The organisation may be invited anew.' })
export class WithdrawSigningInvitationSuccess {
  invitationId!: string;
}

/** Also of a declined one; not once the organisation has signed. */
export const withdrawSigningInvitation: Command<
  Tables,
  WithdrawSigningInvitationInput,
  VisibleInvitation,
  WithdrawSigningInvitationSuccess
> = {
  name: 'withdrawSigningInvitation',
  subject: 'invitation',
  success: WithdrawSigningInvitationSuccess,
  async load({ sql: db, rights }, { invitationId }) {
    await holdMerges(db);
    return visibleInvitation(db, rights, invitationId);
  },
  policy: canInviteToSign,
  async change(scope, { id: invitationId, statementId, organisationId }) {
    if (!(await withdraw(scope, invitationId)))
      refuse(new SigningInvitationSettled(await whereInvitationStands(scope.sql, invitationId)));
    scope.emit({
      type: 'SIGNING_INVITATION_WITHDRAWN',
      subject: invitationId,
      data: { invitationId, statementId, organisationId },
    });
    return Object.assign(new WithdrawSigningInvitationSuccess(), { invitationId });
  },
};

async function withdraw({ sql: db }: CommandScope<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    update signing_invitation set withdrawn_at = hub_now()
     where id = ${id} and withdrawn_at is null and ${standingSignature} is null
    returning id`.execute(db);
  return rows.length > 0;
}
