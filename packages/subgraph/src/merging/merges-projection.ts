import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import type { EventRecorder } from '../outbox/event-recorder.js';
import type { NewEvent } from '../outbox/new-event.js';
import type { Projection } from '../projections/projection.js';
import { takeMerges } from './merge-lock.js';

/** Two organisations turned out to be one. */
export interface OrganisationMerge {
  readonly keptId: string;
  readonly mergedId: string;
}

/**
 * Makes what a service refers to follow organisations that are merged. It changes the service's own rows, so it happens
 * once for each merge and is not rebuilt.
 * @param follow does so, while nobody else refers to any organisation, and returns what others must be told of it
 */
export function mergesProjection<Transaction extends AnyDatabase>(
  outbox: EventRecorder,
  follow: (tx: Transaction, merge: OrganisationMerge) => Promise<readonly NewEvent[]>,
): Projection {
  return {
    name: 'merges',
    streams: ['organisations'],
    async applyBatch(tx: Transaction, events: readonly BusEvent[]) {
      for (const merge of mergesIn(events)) {
        await takeMerges(tx);
        await remember(tx, merge);
        await outbox.record(tx, await follow(tx, merge));
      }
    },
    afterCommit(events) {
      if (mergesIn(events).length > 0) outbox.committed();
    },
  };
}

function mergesIn(events: readonly BusEvent[]): OrganisationMerge[] {
  return (events as readonly OrganisationsEvent[]).flatMap(({ type, data }) =>
    type === 'ORGANISATION_MERGED' ? { keptId: data.organisationId, mergedId: data.mergedId } : [],
  );
}

/** What was merged into the merged one before leads straight to the kept one. */
async function remember(tx: AnyDatabase, { keptId, mergedId }: OrganisationMerge): Promise<void> {
  await sql`update merged_organisation set into_id = ${keptId} where into_id = ${mergedId}`.execute(tx);
  await sql`
    insert into merged_organisation (id, into_id) values (${mergedId}, ${keptId})
    on conflict (id) do update set into_id = excluded.into_id`.execute(tx);
}
