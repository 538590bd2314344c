import type { RequestContext } from '../server/request-context.js';
import type { Tools } from '../server/subgraph-definition.js';
import { openFeedCursor } from './feed-cursor.js';
import type { Follower } from './follower.js';
import type { UpdateFeed } from './update-feed.js';
import type { Sequenced } from './update-source.js';

export interface Followed {
  readonly id: string;
  /** Sequence of its newest update when it was read, 0 for none. */
  readonly updatedTo: number;
}

/**
 * Begins to follow what the viewer was found to be allowed to read: after the given cursor, or with what happens from
 * now on.
 * @throws Fault BAD_USER_INPUT for a cursor that is not of it
 */
export function followUpdates<Tables, Loaders, OwnTools extends Tools, Update extends Sequenced>(
  context: RequestContext<Tables, Loaders, OwnTools>,
  feed: UpdateFeed<Update>,
  { id, updatedTo }: Followed,
  after: string | null | undefined,
): Follower<Update> {
  return feed.follow({
    subjectId: id,
    after: after == null ? updatedTo : openFeedCursor(context.sealer, id, after),
    newest: updatedTo,
    personId: context.viewer?.personId ?? null,
    requireFreshRights: () => context.requireFreshRights(),
    signal: context.signal,
  });
}
