import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import { appendUpdates, type NewUpdate, type Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { updateTable } from '../feed/update-table.js';
import { updateOfEvent } from './update-of-event.js';

/** The feed, in which clients hold cursors: it only ever grows, and is not rebuilt. */
export function coalitionUpdatesProjection(feed: { wake(coalitionId: string): void }): Projection {
  return {
    name: 'coalition-updates',
    streams: ['organisations'],
    applyBatch: (tx: Kysely<Tables>, events: readonly BusEvent[]) =>
      appendUpdates(tx, updateTable, (events as readonly OrganisationsEvent[]).flatMap(rowOf)),
    afterCommit(events) {
      const updates = (events as readonly OrganisationsEvent[]).map(updateOfEvent);
      for (const id of new Set(updates.map((update) => update?.coalitionId))) if (id) feed.wake(id);
    },
  };
}

function rowOf(event: OrganisationsEvent): NewUpdate[] {
  const update = updateOfEvent(event);
  if (update === null) return [];
  const { coalitionId: subjectId, kind } = update;
  const facts = {
    organisation_id: update.organisationId,
    membership_id: update.membershipId,
    role_term_id: update.roleTermId,
    working_group_id: update.workingGroupId,
  };
  return [{ subjectId, kind, event, facts }];
}
