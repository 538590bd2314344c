import { badInput, type Follower, followUpdates } from '@coalition-hub/subgraph';
import type { Context } from '../context.js';
import { coalitionBySlug } from '../loaders/coalition-by-slug.js';
import type { CoalitionFeedUpdate } from './coalition-feed-update.js';

/**
 * Begins to follow a coalition: after the given cursor, or with what happens from now on.
 * @throws Fault BAD_USER_INPUT for a slug of no coalition, and for a cursor that is not of it
 */
export async function followCoalition(
  context: Context,
  slug: string,
  after: string | null | undefined,
): Promise<Follower<CoalitionFeedUpdate>> {
  const coalition = await coalitionBySlug(context.reads, slug);
  if (!coalition) throw badInput('There is no such coalition.');
  return followUpdates(context, context.tools.coalitionFeed, coalition, after);
}
