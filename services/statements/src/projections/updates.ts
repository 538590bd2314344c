import type { BusEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { appendUpdates } from './append-updates.js';
import { keepCurrentRevision } from './keep-current-revision.js';
import { keepState } from './keep-state.js';
import { type StatementEvent, updateOfEvent } from './update-of-event.js';

/**
 * State and feed in one transaction: who reads OPENED in the feed also reads status OPEN. A rebuild makes the state
 * anew; the feed, in which clients hold cursors, only ever grows.
 */
export function updatesProjection(feed: { wake(statementId: string): void }): Projection {
  return {
    name: 'updates',
    streams: ['statements', 'signatories', 'events'],
    async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
      await keepCurrentRevision(tx, events as readonly StatementEvent[]);
      for (const event of events as readonly StatementEvent[]) await keepState(tx, event);
      await appendUpdates(tx, events as readonly StatementEvent[]);
    },
    async reset(tx: Kysely<Tables>) {
      await tx.deleteFrom('statement_state').execute();
    },
    afterCommit(events) {
      const updates = (events as readonly StatementEvent[]).map(updateOfEvent);
      for (const id of new Set(updates.map((update) => update?.statementId))) if (id) feed.wake(id);
    },
  };
}
