import { Refusal } from '@coalition-hub/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Revision } from './revision.js';
import { SigningState } from './signing.js';
import { SigningInvitationState } from './signing-invitation.js';

const whyNotOpen: Readonly<Record<SigningState, string>> = {
  NOT_OPEN: 'This statement is not open for signature yet.',
  OPEN: 'This statement is open for signature.',
  CLOSED: 'This statement is closed for signature.',
  WITHDRAWN: 'This statement was withdrawn and cannot be signed any more.',
};

@ObjectType({ implements: Refusal, description: 'The statement is not open for signature.' })
@Directive('@shareable')
export class StatementNotOpen extends Refusal {
  @Field(() => SigningState, { description: 'What it is instead.' })
  readonly state: SigningState;

  constructor(state: SigningState) {
    super('STATEMENT_NOT_OPEN', whyNotOpen[state]);
    this.state = state;
  }
}

@ObjectType({ implements: Refusal, description: 'The statement was withdrawn.' })
@Directive('@shareable')
export class StatementWithdrawn extends Refusal {
  constructor() {
    super('STATEMENT_WITHDRAWN', whyNotOpen.WITHDRAWN);
  }
}

@ObjectType({ implements: Refusal, description: 'The statement is open for signature already.' })
@Directive('@shareable')
export class AlreadyOpen extends Refusal {
  constructor() {
    super('ALREADY_OPEN', 'This statement is open for signature already.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The text has changed: the one named is not the one to sign.',
})
@Directive('@shareable')
export class RevisionChanged extends Refusal {
  @Field(() => Revision, { description: 'The text to read and name instead.' })
  readonly revision: Revision;

  constructor(revisionId: string) {
    super('REVISION_CHANGED', 'The text has changed since you read it. Please read it again.');
    this.revision = { id: revisionId };
  }
}

@ObjectType({ implements: Refusal, description: 'No text of this statement ever had the digest given.' })
@Directive('@shareable')
export class RevisionUnknown extends Refusal {
  constructor() {
    super('REVISION_UNKNOWN', 'This statement never had a public text with this digest.');
  }
}

@ObjectType({ implements: Refusal, description: 'The viewer holds no mandate to sign for the organisation.' })
@Directive('@shareable')
export class MandateMissing extends Refusal {
  constructor() {
    super('MANDATE_MISSING', 'You hold no mandate to sign this statement for this organisation.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The organisation or person has signed the statement already.',
})
@Directive('@shareable')
export class AlreadySigned extends Refusal {
  readonly signatureId: string;

  constructor(signatureId: string, who: 'organisation' | 'person' = 'organisation') {
    super('ALREADY_SIGNED', `This ${who} has signed this statement already.`);
    this.signatureId = signatureId;
  }
}

@ObjectType({ implements: Refusal, description: 'The signature has been withdrawn already.' })
@Directive('@shareable')
export class SignatureAlreadyWithdrawn extends Refusal {
  readonly signatureId: string;

  constructor(signatureId: string) {
    super('SIGNATURE_ALREADY_WITHDRAWN', 'This signature has been withdrawn already.');
    this.signatureId = signatureId;
  }
}

const whyNotInvited: Readonly<Record<SigningInvitationState, string>> = {
  NOT_ANSWERED: 'This invitation waits for an answer.',
  SIGNED: 'The organisation has signed this statement.',
  DECLINED: 'The organisation has declined already.',
  WITHDRAWN: 'This invitation was withdrawn.',
};

@ObjectType({
  implements: Refusal,
  description: 'The invitation to sign stands in a way that does not allow this any more.',
})
@Directive('@shareable')
export class SigningInvitationSettled extends Refusal {
  @Field(() => SigningInvitationState, { description: 'Where it stands.' })
  readonly state: SigningInvitationState;

  constructor(state: SigningInvitationState) {
    super('SIGNING_INVITATION_SETTLED', whyNotInvited[state]);
    this.state = state;
  }
}
