import { mayChange, Policy, signedIn } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MergeOrganisationsInput, mergeOrganisations } from '../commands/merge-organisations.js';
import { TellApartInput, tellApart } from '../commands/tell-apart.js';
import type { Context } from '../context.js';
import { duplicateProposalsPage } from '../loaders/duplicate-proposals-page.js';
import { MergeOrganisationsResult, TellApartResult } from '../types/names-results.js';
import { Organisation } from '../types/organisation.js';
import {
  DuplicateProposal,
  DuplicateProposalConnection,
  DuplicateProposalsArgs,
} from '../types/similar-organisation.js';

@Resolver(() => DuplicateProposal)
export class DuplicatesResolver {
  @Query(() => DuplicateProposalConnection, {
    description:
      'Organisations that may be one by their names, most alike first; found shortly after they were entered. Administrators only.',
  })
  @Policy(signedIn)
  async duplicateProposals(
    @Args(() => DuplicateProposalsArgs) args: DuplicateProposalsArgs,
    @Ctx() context: Context,
  ) {
    return duplicateProposalsPage(context.reads, context.sealer, args, await context.rights());
  }

  @FieldResolver(() => [Organisation], { description: 'The two organisations.' })
  organisations(@Root() { one, other }: DuplicateProposal, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.loadMany([one, other]);
  }

  @Mutation(() => MergeOrganisationsResult, {
    description:
      'Makes two organisations one: names, memberships, mandates, chapters and networks move; the old id and slug lead to the one that stays. Administrators only.',
  })
  @Policy(mayChange)
  mergeOrganisations(
    @Arg('input', () => MergeOrganisationsInput, {
      description: 'Which stays, and which becomes part of it.',
    })
    input: MergeOrganisationsInput,
    @Ctx() context: Context,
  ) {
    return context.run(mergeOrganisations, input);
  }

  @Mutation(() => TellApartResult, {
    description: 'Remembers that organisations are different bodies. Administrators only.',
  })
  @Policy(mayChange)
  tellApart(
    @Arg('input', () => TellApartInput, { description: 'The organisations.' }) input: TellApartInput,
    @Ctx() context: Context,
  ) {
    return context.run(tellApart, input);
  }
}
