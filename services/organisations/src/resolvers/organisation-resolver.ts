import { anyone, badInput, mayChange, type Page, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RegisterOrganisationInput, registerOrganisation } from '../commands/register-organisation.js';
import type { Context } from '../context.js';
import { organisationBySlug } from '../loaders/organisation-by-slug.js';
import { organisationMeant } from '../loaders/organisation-meant.js';
import { organisationsPage } from '../loaders/organisations-page.js';
import { MembershipConnection, OrganisationConnection } from '../types/connections.js';
import { MembershipsArgs, OrganisationsArgs } from '../types/filters.js';
import { Organisation } from '../types/organisation.js';
import { RegisterOrganisationResult } from '../types/results.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description:
      'One organisation, by id or by slug; null if there is none. One that was merged leads to the one that it turned out to be.',
  })
  @Policy(anyone)
  organisation(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('slug', () => String, { nullable: true, description: 'Its slug.' }) slug: string | null | undefined,
    @Ctx() { loaders, reads }: Context,
  ) {
    if ((id == null) === (slug == null)) throw badInput('Give either "id" or "slug".');
    return id == null ? organisationBySlug(reads, slug ?? '') : organisationMeant(loaders, id);
  }

  @Query(() => OrganisationConnection, { description: 'Organisations in the registry.' })
  @Policy(anyone)
  organisations(@Args(() => OrganisationsArgs) args: OrganisationsArgs, @Ctx() { reads, sealer }: Context) {
    return organisationsPage(reads, sealer, args);
  }

  @FieldResolver(() => MembershipConnection, {
    description: 'Coalitions it belongs to, by name of the coalition.',
  })
  coalitions(
    @Root() { id }: Organisation,
    @Args(() => MembershipsArgs) args: MembershipsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.membershipsByOrganisation.page(id, args, { asOf: args.asOf ?? null });
  }

  @Mutation(() => RegisterOrganisationResult, {
    description: 'Enters an organisation into the registry. Administrators only.',
  })
  @Policy(mayChange)
  registerOrganisation(
    @Arg('input', () => RegisterOrganisationInput, { description: 'The organisation.' })
    input: RegisterOrganisationInput,
    @Ctx() context: Context,
  ) {
    return context.run(registerOrganisation, input);
  }
}
