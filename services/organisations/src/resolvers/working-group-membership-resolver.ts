import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { JoinWorkingGroupInput, joinWorkingGroup } from '../commands/join-working-group.js';
import { LeaveWorkingGroupInput, leaveWorkingGroup } from '../commands/leave-working-group.js';
import type { Context } from '../context.js';
import { JoinWorkingGroupResult, LeaveWorkingGroupResult } from '../types/coalition-life-results.js';
import { Organisation } from '../types/organisation.js';
import { WorkingGroup, WorkingGroupMembership } from '../types/working-group.js';

@Resolver(() => WorkingGroupMembership)
export class WorkingGroupMembershipResolver {
  @FieldResolver(() => Organisation, { description: 'Who is in the group.' })
  organisation(@Root() { organisationId }: WorkingGroupMembership, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => WorkingGroup, { description: 'The group.' })
  workingGroup(@Root() { workingGroupId }: WorkingGroupMembership, @Ctx() { loaders }: Context) {
    return loaders.workingGroupsById.load(workingGroupId);
  }

  @Mutation(() => JoinWorkingGroupResult, {
    description: 'Lets a member of the coalition into a working group. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  joinWorkingGroup(
    @Arg('input', () => JoinWorkingGroupInput, { description: 'Who joins what, for which days.' })
    input: JoinWorkingGroupInput,
    @Ctx() context: Context,
  ) {
    return context.run(joinWorkingGroup, input);
  }

  @Mutation(() => LeaveWorkingGroupResult, {
    description: 'Ends an organisation’s time in a working group. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  leaveWorkingGroup(
    @Arg('input', () => LeaveWorkingGroupInput, { description: 'Whose time ends, when.' })
    input: LeaveWorkingGroupInput,
    @Ctx() context: Context,
  ) {
    return context.run(leaveWorkingGroup, input);
  }
}
