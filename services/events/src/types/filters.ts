import { DateScalar, PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, InputType } from 'type-graphql';

@InputType({ description: 'Which events to list; conditions add up.' })
export class EventFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Of one of these bodies, by code; none for an empty list.',
  })
  bodies?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Still going on on this day, or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Begun on this day, or earlier.' })
  to?: string | null;
}

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => EventFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: EventFilter | null;
}
