import { forbidden } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AddTranslationSuccess } from '../commands/add-translation.js';
import { CommentOnStatementSuccess } from '../commands/comment-on-statement.js';
import { CreateStatementSuccess } from '../commands/create-statement.js';
import { DecideAmendmentSuccess } from '../commands/decide-amendment.js';
import { ProposeAmendmentSuccess } from '../commands/propose-amendment.js';
import { ReviseStatementSuccess } from '../commands/revise-statement.js';
import { StartConsultationSuccess } from '../commands/start-consultation.js';
import { WithdrawStatementSuccess } from '../commands/withdraw-statement.js';
import type { Context } from '../context.js';
import { Amendment } from '../types/amendment.js';
import { Comment } from '../types/comment.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';
import { Translation } from '../types/translation.js';

@Resolver(() => CreateStatementSuccess)
export class CreateStatementSuccessResolver {
  @FieldResolver(() => Statement, { description: 'The statement.' })
  statement(@Root() { statementId }: CreateStatementSuccess, @Ctx() context: Context) {
    return statementOf(context, statementId);
  }
}

@Resolver(() => ReviseStatementSuccess)
export class ReviseStatementSuccessResolver {
  @FieldResolver(() => Statement, { description: 'The statement.' })
  statement(@Root() { statementId }: ReviseStatementSuccess, @Ctx() context: Context) {
    return statementOf(context, statementId);
  }

  @FieldResolver(() => Revision, { description: 'The new revision.' })
  async revision(@Root() { revisionId }: ReviseStatementSuccess, @Ctx() { loaders }: Context) {
    return (await loaders.revisionsById.load(revisionId)) ?? Promise.reject(forbidden());
  }
}

@Resolver(() => WithdrawStatementSuccess)
export class WithdrawStatementSuccessResolver {
  @FieldResolver(() => Statement, { description: 'The statement.' })
  statement(@Root() { statementId }: WithdrawStatementSuccess, @Ctx() context: Context) {
    return statementOf(context, statementId);
  }
}

@Resolver(() => StartConsultationSuccess)
export class StartConsultationSuccessResolver {
  @FieldResolver(() => Statement, { description: 'The statement.' })
  statement(@Root() { statementId }: StartConsultationSuccess, @Ctx() context: Context) {
    return statementOf(context, statementId);
  }
}

@Resolver(() => ProposeAmendmentSuccess)
export class ProposeAmendmentSuccessResolver {
  @FieldResolver(() => Amendment, { description: 'The amendment.' })
  amendment(@Root() { amendmentId }: ProposeAmendmentSuccess, @Ctx() context: Context) {
    return amendmentOf(context, amendmentId);
  }
}

@Resolver(() => DecideAmendmentSuccess)
export class DecideAmendmentSuccessResolver {
  @FieldResolver(() => Amendment, { description: 'The amendment.' })
  amendment(@Root() { amendmentId }: DecideAmendmentSuccess, @Ctx() context: Context) {
    return amendmentOf(context, amendmentId);
  }
}

@Resolver(() => CommentOnStatementSuccess)
export class CommentOnStatementSuccessResolver {
  @FieldResolver(() => Comment, { description: 'The comment.' })
  async comment(@Root() { commentId }: CommentOnStatementSuccess, @Ctx() { loaders }: Context) {
    return (await loaders.commentsById.load(commentId)) ?? Promise.reject(forbidden());
  }
}

@Resolver(() => AddTranslationSuccess)
export class AddTranslationSuccessResolver {
  @FieldResolver(() => Translation, { description: 'The translation.' })
  async translation(@Root() { translationId }: AddTranslationSuccess, @Ctx() { loaders }: Context) {
    return (await loaders.translationsById.load(translationId)) ?? Promise.reject(forbidden());
  }
}

async function amendmentOf({ loaders }: Context, id: string) {
  return (await loaders.amendmentsById.load(id)) ?? Promise.reject(forbidden());
}

/** A repeat may come from somebody who could see the statement then and cannot now. */
async function statementOf({ loaders }: Context, id: string) {
  return (await loaders.statementsById.load(id)) ?? Promise.reject(forbidden());
}
