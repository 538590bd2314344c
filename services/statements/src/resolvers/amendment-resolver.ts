import { forbidden, type Page, PageArgs } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Amendment } from '../types/amendment.js';
import { CommentConnection } from '../types/connections.js';
import { Revision } from '../types/revision.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Amendment)
export class AmendmentResolver {
  @FieldResolver(() => Statement, { description: 'The statement that it would change.' })
  async statement(@Root() { statementId }: Amendment, @Ctx() { loaders }: Context) {
    return (await loaders.statementsById.load(statementId)) ?? Promise.reject(forbidden());
  }

  @FieldResolver(() => Revision, { description: 'The revision that has the passage.' })
  async revision(@Root() { statementId, revisionNumber }: Amendment, @Ctx() { loaders }: Context) {
    const revision = await loaders.revisionsByNumber.load({ statementId, number: revisionNumber });
    return revision ?? Promise.reject(forbidden());
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'The revision that accepting it made.' })
  resultingRevision(@Root() { resultingRevisionId }: Amendment, @Ctx() { loaders }: Context) {
    return resultingRevisionId === null ? null : loaders.revisionsById.load(resultingRevisionId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it waits for a decision, and the current revision has the passage exactly once.',
  })
  async applicable(@Root() amendment: Amendment, @Ctx() context: Context): Promise<boolean> {
    return (await standingOf(context, amendment))?.applicable ?? false;
  }

  @FieldResolver(() => [Amendment], {
    description:
      'Other amendments that wait for a decision and would change some of the same words of the current revision.',
  })
  async conflictsWith(@Root() amendment: Amendment, @Ctx() context: Context): Promise<readonly Amendment[]> {
    return (await standingOf(context, amendment))?.conflictsWith ?? [];
  }

  @FieldResolver(() => CommentConnection, {
    description: 'Comments on it that are open to the viewer, oldest first.',
  })
  comments(
    @Root() { id }: Amendment,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.commentsByAmendment.page(id, args, null);
  }
}

async function standingOf({ loaders }: Context, { id, statementId }: Amendment) {
  return (await loaders.amendmentStandings.load(statementId)).get(id);
}
