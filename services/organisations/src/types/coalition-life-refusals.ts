import { Refusal } from '@coalition-hub/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { CoalitionInvitationState } from './coalition-invitation.js';

@ObjectType({
  implements: Refusal,
  description: 'The organisation is not a member of the coalition on all of these days.',
})
@Directive('@shareable')
export class NotMember extends Refusal {
  constructor() {
    super('NOT_MEMBER', 'This organisation is not a member of this coalition on all of these days.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'Somebody holds the role on some of these days: a coalition has one chair, or co-chairs.',
})
@Directive('@shareable')
export class RoleTermOverlaps extends Refusal {
  constructor(message: string) {
    super('ROLE_TERM_OVERLAPS', message);
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The organisation is in the working group on some of these days.',
})
@Directive('@shareable')
export class WorkingGroupMembershipOverlaps extends Refusal {
  constructor() {
    super(
      'WORKING_GROUP_MEMBERSHIP_OVERLAPS',
      'This organisation is in this working group on some of these days already.',
    );
  }
}

@ObjectType({ implements: Refusal, description: 'An invitation to this organisation waits for an answer.' })
@Directive('@shareable')
export class AlreadyInvited extends Refusal {
  constructor() {
    super('ALREADY_INVITED', 'An invitation to this organisation waits for an answer already.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The invitation was answered or withdrawn, or has expired.',
})
@Directive('@shareable')
export class InvitationNotPending extends Refusal {
  @Field(() => CoalitionInvitationState, { description: 'Where the invitation stands.' })
  readonly state: CoalitionInvitationState;

  constructor(state: CoalitionInvitationState) {
    super('INVITATION_NOT_PENDING', `This invitation is ${state.toLowerCase()} already.`);
    this.state = state;
  }
}
