import { badInput, type Follower, followUpdates } from '@coalition-hub/subgraph';
import type { Context } from '../context.js';
import { eventBySlug } from '../loaders/event-by-slug.js';
import type { EventFeedUpdate } from './event-feed-update.js';

/**
 * Begins to follow an event: after the given cursor, or with what happens from now on.
 * @throws Fault BAD_USER_INPUT for an unknown event, and for a cursor that is not of it
 */
export async function followEvent(
  context: Context,
  slug: string,
  after: string | null | undefined,
): Promise<Follower<EventFeedUpdate>> {
  const event = await eventBySlug(context.reads, slug);
  if (event === null) throw badInput('There is no such event.');
  return followUpdates(context, context.tools.feed, event, after);
}
