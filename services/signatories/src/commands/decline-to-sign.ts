import { type Command, type CommandScope, doneBy, holdMerges, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { standingSignature } from '../loaders/invitation-row.js';
import { type VisibleInvitation, visibleInvitation } from '../loaders/visible-invitation.js';
import { whereInvitationStands } from '../loaders/where-invitation-stands.js';
import { canSign } from '../policies/can-sign.js';
import { MandateMissing, SigningInvitationSettled } from '../types/refusals.js';

@InputType({ description: 'An invitation to sign to decline.' })
export class DeclineToSignInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation has declined. It may still sign.' })
export class DeclineToSignSuccess {
  invitationId!: string;
}

export const declineToSign: Command<Tables, DeclineToSignInput, VisibleInvitation, DeclineToSignSuccess> = {
  name: 'declineToSign',
  subject: 'invitation',
  success: DeclineToSignSuccess,
  async load({ sql: db, rights }, { invitationId }) {
    await holdMerges(db);
    return visibleInvitation(db, rights, invitationId);
  },
  policy: canSign,
  denied: () => new MandateMissing(),
  async change(scope, { id: invitationId, statementId, organisationId }) {
    if (!(await decline(scope, invitationId)))
      refuse(new SigningInvitationSettled(await whereInvitationStands(scope.sql, invitationId)));
    scope.emit({
      type: 'SIGNING_DECLINED',
      subject: invitationId,
      data: { invitationId, statementId, organisationId, ...doneBy(scope, { organisationId }) },
    });
    return Object.assign(new DeclineToSignSuccess(), { invitationId });
  },
};

/**
 * Whoever signs at the same moment has signed: of the two answers the signature is the one that shows, in whichever
 * order they commit.
 */
async function decline({ sql: db }: CommandScope<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    update signing_invitation set declined_at = hub_now()
     where id = ${id} and declined_at is null and withdrawn_at is null and ${standingSignature} is null
    returning id`.execute(db);
  return rows.length > 0;
}
