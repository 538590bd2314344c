import { PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field } from 'type-graphql';
import { CoalitionInvitationState } from './coalition-invitation.js';

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => CoalitionInvitationState, {
    nullable: true,
    description: 'Only those that stand here; all if left out.',
  })
  state?: CoalitionInvitationState | null;
}
