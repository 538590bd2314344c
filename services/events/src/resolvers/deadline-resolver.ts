import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddDeadlineInput, addDeadline } from '../commands/add-deadline.js';
import { MoveDeadlineInput, moveDeadline } from '../commands/move-deadline.js';
import type { Context } from '../context.js';
import { Deadline } from '../types/deadline.js';
import { AddDeadlineResult, MoveDeadlineResult } from '../types/results.js';

@Resolver(() => Deadline)
export class DeadlineResolver {
  @Mutation(() => AddDeadlineResult, {
    description: 'Sets a deadline for an event. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  addDeadline(
    @Arg('input', () => AddDeadlineInput, { description: 'What has to be done by when, for which event.' })
    input: AddDeadlineInput,
    @Ctx() context: Context,
  ) {
    return context.run(addDeadline, input);
  }

  @Mutation(() => MoveDeadlineResult, {
    description: 'Moves a deadline, also one that is over. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  moveDeadline(
    @Arg('input', () => MoveDeadlineInput, { description: 'Which one, and to when.' })
    input: MoveDeadlineInput,
    @Ctx() context: Context,
  ) {
    return context.run(moveDeadline, input);
  }
}
