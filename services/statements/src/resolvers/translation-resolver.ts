import { forbidden } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Revision } from '../types/revision.js';
import { Translation } from '../types/translation.js';

@Resolver(() => Translation)
export class TranslationResolver {
  @FieldResolver(() => Revision, { description: 'The revision that it is a translation of.' })
  async revision(@Root() { revisionId }: Translation, @Ctx() { loaders }: Context) {
    return (await loaders.revisionsById.load(revisionId)) ?? Promise.reject(forbidden());
  }
}
