import { type Command, DateScalar, isUuid } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CoalitionRecord } from '../entities/coalition-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdmitMember } from '../policies/can-admit-member.js';
import { MembershipRole } from '../types/membership.js';
import { addMembership } from './add-membership.js';
import { requireOrganisation } from './require-organisation.js';

@InputType({ description: 'An organisation to let into a coalition.' })
export class AdmitMemberInput {
  @Field(() => ID, { description: 'The coalition.' })
  coalitionId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => MembershipRole, {
    nullable: true,
    description: 'What it is in the coalition; a member if left out.',
  })
  role?: MembershipRole | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today (UTC) if left out.' })
  joinedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, for a stay that is over or limited.' })
  endedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation is a member.' })
export class AdmitMemberSuccess {
  membershipId!: string;
}

export const admitMember: Command<Tables, AdmitMemberInput, CoalitionRecord, AdmitMemberSuccess> = {
  name: 'admitMember',
  subject: 'coalition',
  success: AdmitMemberSuccess,
  load: async ({ em }, { coalitionId }) =>
    isUuid(coalitionId) ? em.findOne(CoalitionRecord, coalitionId) : null,
  policy: canAdmitMember,
  async change(scope, coalition, input) {
    const organisation = await requireOrganisation(scope, input.organisationId);
    const membershipId = await addMembership(scope, {
      coalitionId: coalition.id,
      organisationId: organisation.id,
      role: input.role ?? MembershipRole.MEMBER,
      joinedOn: input.joinedOn ?? (await scope.now()).slice(0, 10),
      endedOn: input.endedOn ?? null,
    });
    return Object.assign(new AdmitMemberSuccess(), { membershipId });
  },
};
