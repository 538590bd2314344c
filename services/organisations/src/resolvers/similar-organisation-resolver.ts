import { badInput } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { sentenceFor } from '../matching/similarity-reason.js';
import { Organisation } from '../types/organisation.js';
import { SimilarArgs, SimilarOrganisation } from '../types/similar-organisation.js';

@Resolver(() => Organisation)
export class SimilarOrganisationsResolver {
  @FieldResolver(() => [SimilarOrganisation], {
    description:
      'Others that could be the same body by their names, most alike first; none that was told apart from it. For 50 organisations of one request at most.',
  })
  async similar(
    @Root() { id }: Organisation,
    @Args(() => SimilarArgs) { first }: SimilarArgs,
    @Ctx() { loaders }: Context,
  ): Promise<SimilarOrganisation[]> {
    if (first < 1 || first > 20) throw badInput('"first" must be between 1 and 20.');
    const similar = await loaders.similarByOrganisation.load(id);
    return similar.slice(0, first).map((one) => ({ ...one, explanation: sentenceFor(one.reason) }));
  }
}

@Resolver(() => SimilarOrganisation)
export class SimilarOrganisationResolver {
  @FieldResolver(() => Organisation, { description: 'The other organisation.' })
  organisation(@Root() { organisationId }: SimilarOrganisation, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }
}
