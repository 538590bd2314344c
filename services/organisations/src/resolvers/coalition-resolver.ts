import { anyone, mayChange, type Page, PageArgs, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CreateCoalitionInput, createCoalition } from '../commands/create-coalition.js';
import type { Context } from '../context.js';
import { coalitionBySlug } from '../loaders/coalition-by-slug.js';
import { coalitionsPage } from '../loaders/coalitions-page.js';
import { Coalition } from '../types/coalition.js';
import { CoalitionConnection, MembershipConnection } from '../types/connections.js';
import { MembersArgs } from '../types/filters.js';
import { CreateCoalitionResult } from '../types/results.js';

@Resolver(() => Coalition)
export class CoalitionResolver {
  @Query(() => Coalition, {
    nullable: true,
    description: 'One coalition; null if there is none of this slug.',
  })
  @Policy(anyone)
  coalition(
    @Arg('slug', () => String, { description: 'Its slug.' }) slug: string,
    @Ctx() { reads }: Context,
  ) {
    return coalitionBySlug(reads, slug);
  }

  @Query(() => CoalitionConnection, { description: 'Coalitions by name.' })
  @Policy(anyone)
  coalitions(@Args(() => PageArgs) args: PageArgs, @Ctx() { reads, sealer }: Context) {
    return coalitionsPage(reads, sealer, args);
  }

  @FieldResolver(() => MembershipConnection, {
    description: 'Members as of a day, by name of the organisation.',
  })
  members(
    @Root() { id }: Coalition,
    @Args(() => MembersArgs) args: MembersArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.membersByCoalition.page(id, args, {
      asOf: args.asOf ?? null,
      filter: args.filter ?? null,
    });
  }

  @Mutation(() => CreateCoalitionResult, { description: 'Creates a coalition. Administrators only.' })
  @Policy(mayChange)
  createCoalition(
    @Arg('input', () => CreateCoalitionInput, { description: 'The coalition.' }) input: CreateCoalitionInput,
    @Ctx() context: Context,
  ) {
    return context.run(createCoalition, input);
  }
}
