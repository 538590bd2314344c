import { Directive, Field, InterfaceType, ObjectType } from 'type-graphql';

/**
 * A "no" that a user can meet and act on: data in the answer, never an error. Subclasses are shared by all subgraphs
 * that name them, so each is marked `@shareable`.
 */
@InterfaceType({
  description: 'Why something asked for was not done. Nothing has been changed.',
  autoRegisterImplementations: false,
})
export abstract class Refusal {
  @Field(() => String, { description: 'Stable name of the reason, for programs.' })
  readonly code: string;

  @Field(() => String, { description: 'The reason in a plain sentence, for people.' })
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** Leaves a command from any depth; the transaction is rolled back and the refusal becomes the answer. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

@ObjectType({ implements: Refusal, description: 'Something in the input cannot be accepted as it is.' })
@Directive('@shareable')
export class InvalidInput extends Refusal {
  @Field(() => String, { description: 'The input field that has to be changed.' })
  readonly field: string;

  constructor(field: string, message: string) {
    super('INVALID_INPUT', message);
    this.field = field;
  }
}

@ObjectType({ implements: Refusal, description: 'No such thing, or nothing that is open to the viewer.' })
@Directive('@shareable')
export class NotFound extends Refusal {
  constructor(what: string) {
    super('NOT_FOUND', `There is no such ${what}, or it is not open to you.`);
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The idempotency key was used before, by another caller or with another input.',
})
@Directive('@shareable')
export class IdempotencyKeyReused extends Refusal {
  constructor() {
    super(
      'IDEMPOTENCY_KEY_REUSED',
      'This idempotency key was used before for something else. Use a new one.',
    );
  }
}
