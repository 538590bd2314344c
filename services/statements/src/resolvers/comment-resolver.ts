import { forbidden } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Amendment } from '../types/amendment.js';
import { Comment } from '../types/comment.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Comment)
export class CommentResolver {
  @FieldResolver(() => Statement, { description: 'The statement that it is about.' })
  async statement(@Root() { statementId }: Comment, @Ctx() { loaders }: Context) {
    return (await loaders.statementsById.load(statementId)) ?? Promise.reject(forbidden());
  }

  @FieldResolver(() => Amendment, {
    nullable: true,
    description: 'The amendment that it is about, if about one.',
  })
  amendment(@Root() { amendmentId }: Comment, @Ctx() { loaders }: Context) {
    return amendmentId === null ? null : loaders.amendmentsById.load(amendmentId);
  }
}
