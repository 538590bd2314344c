import { type FeedReader, type FeedTiming, type ServiceParts, UpdateFeed } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { StatementFeedUpdate } from './statement-feed-update.js';
import { statementNotOpen } from './statement-not-open.js';
import { updateAccess } from './update-access.js';
import { updateSource } from './update-source.js';

export type StatementFeed = UpdateFeed<StatementFeedUpdate>;

/** Live updates of statements. */
export function statementFeed(
  { database, sealer, log }: Pick<ServiceParts<Tables>, 'database' | 'sealer' | 'log'>,
  timing: FeedTiming = {},
): StatementFeed {
  const access = updateAccess(database.reads);
  /** What is public stays public; the right to read the rest may have been taken away since the last update. */
  const mayRead = async (update: StatementFeedUpdate, { personId, requireFreshRights }: FeedReader) => {
    if (update.isPublic) return true;
    if (personId !== null) await requireFreshRights();
    const allowed = await access.load({ sequence: update.sequence, personId });
    if (allowed === 'STATEMENT_NOT_OPEN') throw statementNotOpen();
    return allowed === 'READABLE';
  };
  return new UpdateFeed({ ...timing, source: updateSource(database.reads, sealer), log, mayRead });
}
