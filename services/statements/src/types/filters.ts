import { PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
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
}

@ArgsType()
export class StatementsArgs extends PageArgs {
  @Field(() => StatementFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: StatementFilter | null;

  @Field(() => StatementOrder, { nullable: true, description: 'In which order; newest first if left out.' })
  orderBy?: StatementOrder | null;
}
