import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Revision)
export class RevisionResolver {
  @FieldResolver(() => Statement, { description: 'The statement whose text it is, or was.' })
  statement(@Root() { statementId }: Revision, @Ctx() { loaders }: Context) {
    return loaders.statementsById.load(statementId);
  }
}
