import { type Follower, followUpdates } from '@coalition-hub/subgraph';
import type { Context } from '../context.js';
import { statementBySlug } from '../loaders/statement-by-slug.js';
import type { StatementFeedUpdate } from './statement-feed-update.js';
import { statementNotOpen } from './statement-not-open.js';

/**
 * Begins to follow a statement: after the given cursor, or with what happens from now on.
 * @throws Fault BAD_USER_INPUT for a statement that is not open to the viewer, and for a cursor that is not of it
 */
export async function followStatement(
  context: Context,
  slug: string,
  after: string | null | undefined,
): Promise<Follower<StatementFeedUpdate>> {
  const statement = await statementBySlug(context.reads, await context.rights(), slug);
  if (statement === null) throw statementNotOpen();
  return followUpdates(context, context.tools.feed, statement, after);
}
