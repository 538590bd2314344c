import { Refusal } from '@coalition-hub/subgraph';
import { Directive, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Refusal,
  description: 'The registry has an organisation of this name in this country.',
})
@Directive('@shareable')
export class AlreadyRegistered extends Refusal {
  constructor() {
    super('ALREADY_REGISTERED', 'An organisation of this name in this country is registered already.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The organisation is a member of the coalition on some of these days.',
})
@Directive('@shareable')
export class MembershipOverlaps extends Refusal {
  constructor() {
    super(
      'MEMBERSHIP_OVERLAPS',
      'This organisation is a member of this coalition on some of these days already.',
    );
  }
}

@ObjectType({ implements: Refusal, description: 'What should be ended has ended already.' })
@Directive('@shareable')
export class AlreadyEnded extends Refusal {
  constructor(what: string) {
    super('ALREADY_ENDED', `This ${what} has ended already.`);
  }
}

@ObjectType({ implements: Refusal, description: 'The person holds this role already.' })
@Directive('@shareable')
export class RoleHeld extends Refusal {
  constructor() {
    super('ROLE_HELD', 'This person holds this role already.');
  }
}
