import { PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { AmendmentState } from './amendment-state.js';
import { StatementKind } from './statement-kind.js';
import { StatementStatus } from './statement-status.js';

export enum StatementOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  TITLE = 'TITLE',
}

registerEnumType(StatementOrder, {
  name: 'StatementOrder',
  description: 'Order of a list of statements.',
  valuesConfig: {
    NEWEST: { description: 'The one created last comes first.' },
    OLDEST: { description: 'The one created first comes first.' },
    TITLE: { description: 'By title, A to Z.' },
  },
});

@InputType({ description: 'Which statements to list; conditions add up.' })
export class StatementFilter {
  @Field(() => [StatementStatus], { nullable: true, description: 'Standing at one of these points.' })
  statuses?: StatementStatus[] | null;

  @Field(() => [StatementKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: StatementKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this coalition.' })
  coalitionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Saying these words now, in any language it has them in. Forms of words and accents make no difference; "in quotes" side by side, "or" either, "-" not (beside words that it must have).',
  })
  search?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Written in, or translated to, this language (BCP 47) or a variety of it; a search is limited to it.',
  })
  language?: string | null;
}

@ArgsType()
export class AmendmentsArgs extends PageArgs {
  @Field(() => [AmendmentState], { nullable: true, description: 'In one of these states; all if left out.' })
  states?: AmendmentState[] | null;
}

@ArgsType()
export class StatementsArgs extends PageArgs {
  @Field(() => StatementFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: StatementFilter | null;

  @Field(() => StatementOrder, { nullable: true, description: 'In which order; newest first if left out.' })
  orderBy?: StatementOrder | null;
}
