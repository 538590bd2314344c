import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Coalition } from './coalition.js';
import { Organisation } from './organisation.js';
import { StatementKind } from './statement-kind.js';
import { StatementStatus } from './statement-status.js';

@ObjectType({ description: 'A document that organisations make jointly.' })
@Directive('@key(fields: "id")')
export class Statement {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Readable name for addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'Title of the current revision.' })
  readonly title!: string;

  @Field(() => StatementKind, { description: 'What sort of document it is.' })
  readonly kind!: StatementKind;

  @Field(() => StatementStatus, { description: 'Where it stands in its life.' })
  readonly status!: StatementStatus;

  @Field(() => Coalition, { description: 'The coalition whose coordinators look after it.' })
  readonly coalition!: Coalition;

  @Field(() => [Organisation], {
    description: 'Organisations that wrote it together, in the order in which they are named.',
  })
  readonly coAuthors!: readonly Organisation[];

  readonly currentNumber!: number;

  /** Sequence of its newest update when the statement was read, 0 for none. */
  readonly updatedTo!: number;
}
