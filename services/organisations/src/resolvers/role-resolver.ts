import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { GrantRoleInput, grantRole } from '../commands/grant-role.js';
import { RevokeRoleInput, revokeRole } from '../commands/revoke-role.js';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { GrantRoleResult, RevokeRoleResult } from '../types/results.js';
import { RoleGrant } from '../types/viewer.js';

@Resolver(() => RoleGrant)
export class RoleResolver {
  @FieldResolver(() => Coalition, { nullable: true, description: 'Where it holds; null for the whole hub.' })
  coalition(@Root() { coalitionId }: RoleGrant, @Ctx() { loaders }: Context) {
    return coalitionId === null ? null : loaders.coalitionsById.load(coalitionId);
  }

  @Mutation(() => GrantRoleResult, {
    description:
      'Gives a person a role. Administrators; coordinators of the coalition, for roles other than coordinator.',
  })
  @Policy(mayChange)
  grantRole(
    @Arg('input', () => GrantRoleInput, { description: 'Who becomes what, where.' }) input: GrantRoleInput,
    @Ctx() context: Context,
  ) {
    return context.run(grantRole(context.tools.persons), input);
  }

  @Mutation(() => RevokeRoleResult, {
    description:
      'Takes a role away. Administrators; coordinators of the coalition, for roles other than coordinator.',
  })
  @Policy(mayChange)
  revokeRole(
    @Arg('input', () => RevokeRoleInput, { description: 'Which one.' }) input: RevokeRoleInput,
    @Ctx() context: Context,
  ) {
    return context.run(revokeRole, input);
  }
}
