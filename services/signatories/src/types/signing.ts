import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Revision } from './revision.js';

export enum SigningState {
  NOT_OPEN = 'NOT_OPEN',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(SigningState, {
  name: 'SigningState',
  description: 'Whether a statement can be signed.',
  valuesConfig: {
    NOT_OPEN: { description: 'It was never opened for signature.' },
    OPEN: { description: 'It can be signed.' },
    CLOSED: { description: 'The deadline has passed, or a coordinator closed it; it may be reopened.' },
    WITHDRAWN: { description: 'The statement was withdrawn; it cannot be signed any more.' },
  },
});

@ObjectType({ description: 'The signing window of a statement.' })
export class Signing {
  @Field(() => SigningState, { description: 'Whether it can be signed now, by the hub’s clock.' })
  readonly state!: SigningState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When signing ends, or ended; null if it was never opened.',
  })
  readonly closesAt!: string | null;

  @Field(() => Revision, {
    nullable: true,
    description: 'The one text that can be signed, or could last; null if it was never opened.',
  })
  readonly revision!: Revision | null;

  @Field(() => Int, { description: 'How often it was opened: more than once for late sign-ons.' })
  readonly opening!: number;
}
