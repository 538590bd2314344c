import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AppointToRoleInput, appointToRole } from '../commands/appoint-to-role.js';
import { EndRoleTermInput, endRoleTerm } from '../commands/end-role-term.js';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { AppointToRoleResult, EndRoleTermResult } from '../types/coalition-life-results.js';
import { Organisation } from '../types/organisation.js';
import { CoalitionRoleTerm } from '../types/role-term.js';

@Resolver(() => CoalitionRoleTerm)
export class RoleTermResolver {
  @FieldResolver(() => Organisation, { description: 'Who holds the role.' })
  organisation(@Root() { organisationId }: CoalitionRoleTerm, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => Coalition, { description: 'Where.' })
  coalition(@Root() { coalitionId }: CoalitionRoleTerm, @Ctx() { loaders }: Context) {
    return loaders.coalitionsById.load(coalitionId);
  }

  @Mutation(() => AppointToRoleResult, {
    description:
      'Appoints a member to a role of its coalition, for a time. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  appointToRole(
    @Arg('input', () => AppointToRoleInput, { description: 'Who, to what, for which days.' })
    input: AppointToRoleInput,
    @Ctx() context: Context,
  ) {
    return context.run(appointToRole, input);
  }

  @Mutation(() => EndRoleTermResult, {
    description: 'Ends a term in a role. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  endRoleTerm(
    @Arg('input', () => EndRoleTermInput, { description: 'Which one ends, when.' }) input: EndRoleTermInput,
    @Ctx() context: Context,
  ) {
    return context.run(endRoleTerm, input);
  }
}
