import { Field, ObjectType } from 'type-graphql';
import { DifferenceKind } from './difference-kind.js';
import { DifferencePart } from './difference-part.js';

@ObjectType({ description: 'Words of a paragraph that share a fate.' })
export class DifferenceSpan {
  @Field(() => DifferenceKind, { description: 'What became of them.' })
  readonly kind!: DifferenceKind;

  @Field(() => String, { description: 'The words, with the blanks behind them.' })
  readonly text!: string;
}

@ObjectType({ description: 'A paragraph of one revision or of two, and what became of it.' })
export class DifferenceBlock {
  @Field(() => DifferencePart, { description: 'The part of the revision that it belongs to.' })
  readonly part!: DifferencePart;

  @Field(() => DifferenceKind, { description: 'What became of it.' })
  readonly kind!: DifferenceKind;

  @Field(() => [DifferenceSpan], {
    description:
      'Its words in order: without those removed the later paragraph, without those added the earlier one.',
  })
  readonly spans!: readonly DifferenceSpan[];
}
