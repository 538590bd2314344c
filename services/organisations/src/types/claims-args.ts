import { PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field } from 'type-graphql';
import { ClaimState } from './claim.js';

@ArgsType()
export class ClaimsArgs extends PageArgs {
  @Field(() => ClaimState, { nullable: true, description: 'Only those that stand here; all if left out.' })
  state?: ClaimState | null;
}
