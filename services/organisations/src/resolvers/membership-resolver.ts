import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AdmitMemberInput, admitMember } from '../commands/admit-member.js';
import { EndMembershipInput, endMembership } from '../commands/end-membership.js';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { Membership } from '../types/membership.js';
import { Organisation } from '../types/organisation.js';
import { AdmitMemberResult, EndMembershipResult } from '../types/results.js';

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Organisation, { description: 'The member.' })
  organisation(@Root() { organisationId }: Membership, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => Coalition, { description: 'The coalition.' })
  coalition(@Root() { coalitionId }: Membership, @Ctx() { loaders }: Context) {
    return loaders.coalitionsById.load(coalitionId);
  }

  @Mutation(() => AdmitMemberResult, {
    description: 'Lets an organisation into a coalition. Its coordinators only.',
  })
  @Policy(mayChange)
  admitMember(
    @Arg('input', () => AdmitMemberInput, { description: 'Who joins what, from when.' })
    input: AdmitMemberInput,
    @Ctx() context: Context,
  ) {
    return context.run(admitMember, input);
  }

  @Mutation(() => EndMembershipResult, {
    description: 'Ends a membership. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  endMembership(
    @Arg('input', () => EndMembershipInput, { description: 'Which one ends, when.' })
    input: EndMembershipInput,
    @Ctx() context: Context,
  ) {
    return context.run(endMembership, input);
  }
}
