import {
  anyone,
  forbidden,
  mayChange,
  type Page,
  PageArgs,
  Policy,
  sealFeedCursor,
} from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CreateStatementInput, createStatement } from '../commands/create-statement.js';
import { ReviseStatementInput, reviseStatement } from '../commands/revise-statement.js';
import { WithdrawStatementInput, withdrawStatement } from '../commands/withdraw-statement.js';
import type { Context } from '../context.js';
import { statementBySlug } from '../loaders/statement-by-slug.js';
import { statementsPage } from '../loaders/statements-page.js';
import { RevisionConnection, StatementConnection } from '../types/connections.js';
import { StatementsArgs } from '../types/filters.js';
import { CreateStatementResult, ReviseStatementResult, WithdrawStatementResult } from '../types/results.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => Statement, {
    nullable: true,
    description: 'One statement; null if there is none of this slug that is open to the viewer.',
  })
  @Policy(anyone)
  async statement(
    @Arg('slug', () => String, { description: 'Its slug.' }) slug: string,
    @Ctx() context: Context,
  ) {
    return statementBySlug(context.reads, await context.rights(), slug);
  }

  @Query(() => StatementConnection, { description: 'Statements that are open to the viewer.' })
  @Policy(anyone)
  async statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return statementsPage(context.reads, await context.rights(), context.sealer, args);
  }

  @FieldResolver(() => Revision, {
    description: 'The newest revision; from the first opening for signature on, the one that was opened.',
  })
  async currentRevision(@Root() { id, currentNumber }: Statement, @Ctx() { loaders }: Context) {
    const revision = await loaders.revisionsByNumber.load({ statementId: id, number: currentNumber });
    // Who can see the statement can see this; but rights may be taken away between two updates.
    return revision ?? Promise.reject(forbidden());
  }

  @FieldResolver(() => Revision, {
    nullable: true,
    description: 'One revision; null if there is none of this number that is open to the viewer.',
  })
  revision(
    @Root() { id }: Statement,
    @Arg('number', () => Int, { description: 'Its number, from 1.' }) number: number,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.revisionsByNumber.load({ statementId: id, number });
  }

  @FieldResolver(() => RevisionConnection, {
    description:
      'Its revisions that are open to the viewer, oldest first: to the public, those from the first opened one on.',
  })
  revisions(
    @Root() { id }: Statement,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.revisionsByStatement.page(id, args, null);
  }

  @FieldResolver(() => String, {
    description: 'Where its updates stand now: to subscribe from, with "after", without missing one.',
  })
  updateCursor(@Root() { id, updatedTo }: Statement, @Ctx() { sealer }: Context): string {
    return sealFeedCursor(sealer, id, updatedTo);
  }

  @Mutation(() => CreateStatementResult, {
    description: 'Starts a statement. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  createStatement(
    @Arg('input', () => CreateStatementInput, { description: 'The statement.' }) input: CreateStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(createStatement, input);
  }

  @Mutation(() => ReviseStatementResult, {
    description:
      'Gives a draft another text. Coordinators of its coalition, and holders of a mandate to revise of a co-author.',
  })
  @Policy(mayChange)
  reviseStatement(
    @Arg('input', () => ReviseStatementInput, { description: 'The text, and what it was made from.' })
    input: ReviseStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(reviseStatement, input);
  }

  @Mutation(() => WithdrawStatementResult, {
    description: 'Takes a statement back, for good. Coordinators of its coalition only.',
  })
  @Policy(mayChange)
  withdrawStatement(
    @Arg('input', () => WithdrawStatementInput, { description: 'Which one.' }) input: WithdrawStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(withdrawStatement, input);
  }
}
