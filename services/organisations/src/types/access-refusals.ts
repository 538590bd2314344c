import { Refusal } from '@coalition-hub/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { ClaimState } from './claim.js';
import { MandateState } from './mandate.js';

@ObjectType({ implements: Refusal, description: 'Nobody would be left to administer.' })
@Directive('@shareable')
export class LastAdministrator extends Refusal {
  constructor(what: 'organisation' | 'hub') {
    super(
      'LAST_ADMINISTRATOR',
      `You are the last who administers this ${what}. Give that to somebody else first.`,
    );
  }
}

@ObjectType({
  implements: Refusal,
  description:
    'The offer was answered or taken back, has expired, or came from somebody who may not make it any more.',
})
@Directive('@shareable')
export class OfferNotPending extends Refusal {
  @Field(() => MandateState, {
    description: 'Where the mandate stands; OFFERED for an offer that lapsed without an answer.',
  })
  readonly state: MandateState;

  constructor(state: MandateState) {
    super(
      'OFFER_NOT_PENDING',
      state === MandateState.OFFERED
        ? 'This offer has lapsed. Ask the organisation for a new one.'
        : `This mandate is ${state.toLowerCase()} already.`,
    );
    this.state = state;
  }
}

@ObjectType({ implements: Refusal, description: 'The claim was decided, or its last day has passed.' })
@Directive('@shareable')
export class ClaimNotPending extends Refusal {
  @Field(() => ClaimState, { description: 'Where the claim stands.' })
  readonly state: ClaimState;

  constructor(state: ClaimState) {
    super('CLAIM_NOT_PENDING', `This claim is ${state.toLowerCase()} already.`);
    this.state = state;
  }
}

@ObjectType({ implements: Refusal, description: 'The same person waits for an answer already.' })
@Directive('@shareable')
export class AlreadyRequested extends Refusal {
  constructor() {
    super('ALREADY_REQUESTED', 'You have asked for this already, and an answer is still to come.');
  }
}

@ObjectType({ implements: Refusal, description: 'Too many claims of the same person wait to be confirmed.' })
@Directive('@shareable')
export class TooManyClaims extends Refusal {
  constructor() {
    super('TOO_MANY_CLAIMS', 'Too many of your claims wait to be confirmed. Try again later.');
  }
}
