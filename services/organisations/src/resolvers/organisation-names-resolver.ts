import { mayChange, type Page, PageArgs, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { UpdateOrganisationInput, updateOrganisation } from '../commands/update-organisation.js';
import type { Context } from '../context.js';
import { namesOf } from '../loaders/names-of.js';
import { OrganisationConnection } from '../types/connections.js';
import { UpdateOrganisationResult } from '../types/names-results.js';
import { Organisation } from '../types/organisation.js';
import { OrganisationName } from '../types/organisation-name.js';

/** What an organisation is called, and what it belongs to. */
@Resolver(() => Organisation)
export class OrganisationNamesResolver {
  @FieldResolver(() => [OrganisationName], {
    description: 'All its names: the usual one first, then the legal one, the acronym and the others.',
  })
  names(@Root() organisation: Organisation): OrganisationName[] {
    return namesOf(organisation);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The larger body that it is a chapter of.',
  })
  parent(@Root() { parentId }: Organisation, @Ctx() { loaders }: Context) {
    return parentId === null ? null : loaders.organisationsById.load(parentId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'The organisation that this one turned out to be; null for one that stands for itself. A merged one is met only where it stays as it was: in frozen lists, and in updates from before.',
  })
  mergedInto(@Root() { mergedIntoId }: Organisation, @Ctx() { loaders }: Context) {
    return mergedIntoId === null ? null : loaders.organisationsById.load(mergedIntoId);
  }

  @FieldResolver(() => OrganisationConnection, { description: 'Its chapters, by name.' })
  chapters(
    @Root() { id }: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.chaptersByParent.page(id, args, null);
  }

  @FieldResolver(() => OrganisationConnection, {
    description: 'The organisations that this network is made of, by name. They sign for themselves.',
  })
  constituents(
    @Root() { id }: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.constituentsByNetwork.page(id, args, null);
  }

  @FieldResolver(() => OrganisationConnection, {
    description: 'The networks it is a constituent of, by name.',
  })
  networks(
    @Root() { id }: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.networksByConstituent.page(id, args, null);
  }

  @Mutation(() => UpdateOrganisationResult, {
    description: 'Changes what is known of an organisation. Administrators only.',
  })
  @Policy(mayChange)
  updateOrganisation(
    @Arg('input', () => UpdateOrganisationInput, { description: 'What to change.' })
    input: UpdateOrganisationInput,
    @Ctx() context: Context,
  ) {
    return context.run(updateOrganisation, input);
  }
}
