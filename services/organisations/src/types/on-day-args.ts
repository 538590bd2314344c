import { DateScalar } from '@coalition-hub/subgraph';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class OnDayArgs {
  @Field(() => DateScalar, { nullable: true, description: 'As of this day; today (UTC) if left out.' })
  asOf?: string | null;
}
