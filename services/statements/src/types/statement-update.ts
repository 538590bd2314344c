import { DateTimeScalar, Deferred } from '@coalition-hub/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Amendment } from './amendment.js';
import { Revision } from './revision.js';
import { Signature } from './signature.js';
import { Statement } from './statement.js';
import { StatementUpdateKind } from './statement-update-kind.js';

@ObjectType({ description: 'Something that happened to a statement.' })
export class StatementUpdate {
  @Field(() => String, { description: 'The place of this update, to go on from with "after".' })
  readonly cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly occurredAt!: string;

  @Field(() => StatementUpdateKind, { description: 'What happened.' })
  readonly kind!: StatementUpdateKind;

  @Field(() => Statement, {
    description: 'The statement as it is now, with this update and perhaps later ones.',
  })
  @Deferred()
  readonly statement!: Promise<Statement>;

  @Field(() => Revision, { nullable: true, description: 'The revision that it is about, if about one.' })
  @Deferred()
  readonly revision!: Promise<Revision | null>;

  @Field(() => Signature, { nullable: true, description: 'The signature that it is about, if about one.' })
  readonly signature!: Signature | null;

  @Field(() => Amendment, { nullable: true, description: 'The amendment that it is about, if about one.' })
  @Deferred()
  readonly amendment!: Promise<Amendment | null>;
}
