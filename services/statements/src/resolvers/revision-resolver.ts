import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';
import { Translation } from '../types/translation.js';

@Resolver(() => Revision)
export class RevisionResolver {
  @FieldResolver(() => Statement, { description: 'The statement whose text it is, or was.' })
  statement(@Root() { statementId }: Revision, @Ctx() { loaders }: Context) {
    return loaders.statementsById.load(statementId);
  }

  @FieldResolver(() => [Translation], { description: 'What it says in other languages, by language.' })
  translations(@Root() { id }: Revision, @Ctx() { loaders }: Context) {
    return loaders.translationsByRevision.load(id);
  }
}
