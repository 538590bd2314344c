import { type Command, DateScalar, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MembershipRecord } from '../entities/membership-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdmitMember } from '../policies/can-admit-member.js';
import { AlreadyEnded } from '../types/refusals.js';
import { endWithMembership } from './end-with-membership.js';
import { hasEnded } from './has-ended.js';

@InputType({ description: 'A membership to end.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today (UTC) if left out.' })
  endedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The membership has an end.' })
export class EndMembershipSuccess {
  membershipId!: string;
}

export const endMembership: Command<Tables, EndMembershipInput, MembershipRecord, EndMembershipSuccess> = {
  name: 'endMembership',
  subject: 'membership',
  success: EndMembershipSuccess,
  load: async ({ em }, { membershipId }) =>
    isUuid(membershipId)
      ? em.findOne(MembershipRecord, membershipId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null,
  policy: (rights, { coalitionId }) => canAdmitMember(rights, { id: coalitionId }),
  async change(scope, membership, input) {
    const today = (await scope.now()).slice(0, 10);
    const lastDay = input.endedOn ?? today;
    if (hasEnded(membership.endedOn, today, lastDay)) refuse(new AlreadyEnded('membership'));
    membership.endedOn = lastDay;
    await scope.flush({
      membership_days: () => new InvalidInput('endedOn', '"endedOn" must not be before the first day.'),
    });
    const { id, coalitionId, organisationId } = membership;
    scope.emit({
      type: 'MEMBERSHIP_ENDED',
      subject: id,
      data: { membershipId: id, coalitionId, organisationId, endedOn: lastDay },
    });
    await endWithMembership(scope, { coalitionId, organisationId, endedOn: lastDay });
    return Object.assign(new EndMembershipSuccess(), { membershipId: id });
  },
};
