import { type FeedTiming, type ServiceParts, UpdateFeed } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { EventFeedUpdate } from './event-feed-update.js';
import { updateSource } from './update-source.js';

export type EventFeed = UpdateFeed<EventFeedUpdate>;

/** Live updates of events: all of them are public. */
export function eventFeed(
  { database, sealer, log }: Pick<ServiceParts<Tables>, 'database' | 'sealer' | 'log'>,
  timing: FeedTiming = {},
): EventFeed {
  return new UpdateFeed({ ...timing, source: updateSource(database.reads, sealer), log });
}
