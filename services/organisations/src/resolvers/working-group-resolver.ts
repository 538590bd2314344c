import { mayChange, type Page, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CreateWorkingGroupInput, createWorkingGroup } from '../commands/create-working-group.js';
import { EndWorkingGroupInput, endWorkingGroup } from '../commands/end-working-group.js';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { WorkingGroupMembershipConnection } from '../types/coalition-life-connections.js';
import { CreateWorkingGroupResult, EndWorkingGroupResult } from '../types/coalition-life-results.js';
import { MembershipsArgs } from '../types/filters.js';
import { OnDayArgs } from '../types/on-day-args.js';
import { WorkingGroup, WorkingGroupMembership } from '../types/working-group.js';

@Resolver(() => WorkingGroup)
export class WorkingGroupResolver {
  @FieldResolver(() => Coalition, { description: 'The coalition that it belongs to.' })
  coalition(@Root() { coalitionId }: WorkingGroup, @Ctx() { loaders }: Context) {
    return loaders.coalitionsById.load(coalitionId);
  }

  @FieldResolver(() => [WorkingGroupMembership], {
    description: 'Who chairs it as of a day, who came first before the others; 200 at most.',
  })
  chairs(
    @Root() { id }: WorkingGroup,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.chairsOnDay.load({ parent: id, asOf: asOf ?? null });
  }

  @FieldResolver(() => WorkingGroupMembershipConnection, {
    description: 'Who is in it as of a day, chairs too, by name of the organisation.',
  })
  members(
    @Root() { id }: WorkingGroup,
    @Args(() => MembershipsArgs) args: MembershipsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.membersByWorkingGroup.page(id, args, { asOf: args.asOf ?? null });
  }

  @Mutation(() => CreateWorkingGroupResult, {
    description: 'Sets up a working group. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  createWorkingGroup(
    @Arg('input', () => CreateWorkingGroupInput, { description: 'The working group.' })
    input: CreateWorkingGroupInput,
    @Ctx() context: Context,
  ) {
    return context.run(createWorkingGroup, input);
  }

  @Mutation(() => EndWorkingGroupResult, {
    description: 'Ends a working group, for all who are in it. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  endWorkingGroup(
    @Arg('input', () => EndWorkingGroupInput, { description: 'Which one ends, when.' })
    input: EndWorkingGroupInput,
    @Ctx() context: Context,
  ) {
    return context.run(endWorkingGroup, input);
  }
}
