import type { Context } from '../context.js';
import { statementBySlug } from '../loaders/statement-by-slug.js';
import { openFeedCursor } from './feed-cursor.js';
import type { Follower } from './follower.js';
import { statementNotOpen } from './statement-not-open.js';

/**
 * Begins to follow a statement: after the given cursor, or with what happens from now on.
 * @throws Fault BAD_USER_INPUT for a statement that is not open to the viewer, and for a cursor that is not of it
 */
export async function followStatement(
  context: Context,
  slug: string,
  after: string | null | undefined,
): Promise<Follower> {
  const statement = await statementBySlug(context.reads, await context.rights(), slug);
  if (statement === null) throw statementNotOpen();
  const { id, updatedTo } = statement;
  return context.tools.feed.follow({
    statementId: id,
    after: after == null ? updatedTo : openFeedCursor(context.sealer, id, after),
    newest: updatedTo,
    personId: context.viewer?.personId ?? null,
    requireFreshRights: () => context.requireFreshRights(),
    signal: context.signal,
  });
}
