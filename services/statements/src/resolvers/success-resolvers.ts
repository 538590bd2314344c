import { forbidden } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CreateStatementSuccess } from '../commands/create-statement.js';
import { ReviseStatementSuccess } from '../commands/revise-statement.js';
import { WithdrawStatementSuccess } from '../commands/withdraw-statement.js';
import type { Context } from '../context.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';

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

/** A repeat may come from somebody who could see the statement then and cannot now. */
async function statementOf({ loaders }: Context, id: string) {
  return (await loaders.statementsById.load(id)) ?? Promise.reject(forbidden());
}
