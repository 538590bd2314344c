import {
  type CursorSealer,
  type FeedTiming,
  type Reads,
  type ServiceParts,
  UpdateFeed,
  type UpdateSource,
  updateColumns,
  updatesAfter,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { CoalitionUpdateKind } from '../types/coalition-update-kind.js';
import { CoalitionFeedUpdate } from './coalition-feed-update.js';
import { updateFacts } from './update-facts.js';
import { updateTable } from './update-table.js';

export type CoalitionFeed = UpdateFeed<CoalitionFeedUpdate>;

/** Live updates of coalitions; all of them are public. */
export function coalitionFeed(
  { database, sealer, log }: Pick<ServiceParts<Tables>, 'database' | 'sealer' | 'log'>,
  timing: FeedTiming = {},
): CoalitionFeed {
  return new UpdateFeed({ ...timing, source: updateSource(database.reads, sealer), log });
}

const columns = [
  ...updateColumns(updateTable),
  sql<CoalitionUpdateKind>`kind`.as('kind'),
  'organisation_id as organisationId',
  'membership_id as membershipId',
  'role_term_id as roleTermId',
  'working_group_id as workingGroupId',
] as const;

function updateSource(reads: Reads<Tables>, sealer: CursorSealer): UpdateSource<CoalitionFeedUpdate> {
  return {
    async after(coalitionId, sequence) {
      const updates = reads.selectFrom('coalition_update').select(columns);
      const rows = await updatesAfter(updates, updateTable, coalitionId, sequence).execute();
      const facts = updateFacts(reads);
      return rows.map((row) => new CoalitionFeedUpdate(row, facts, sealer));
    },
  };
}
