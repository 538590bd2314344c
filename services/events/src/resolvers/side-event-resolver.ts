import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddSideEventInput, addSideEvent } from '../commands/add-side-event.js';
import type { Context } from '../context.js';
import { AddSideEventResult } from '../types/results.js';
import { SideEvent } from '../types/side-event.js';

@Resolver(() => SideEvent)
export class SideEventResolver {
  @Mutation(() => AddSideEventResult, {
    description: 'Announces a side event. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  addSideEvent(
    @Arg('input', () => AddSideEventInput, { description: 'What is held by whom, beside which event.' })
    input: AddSideEventInput,
    @Ctx() context: Context,
  ) {
    return context.run(addSideEvent, input);
  }
}
