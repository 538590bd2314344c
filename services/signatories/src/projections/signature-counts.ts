import type { BusEvent, SignatoriesEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/**
 * Counts signatures in batches, after the fact: a counter that every signing updated would make signers wait for each
 * other. Opening and closing move `as_of` only.
 */
export const signatureCountsProjection: Projection = {
  name: 'signature-counts',
  streams: ['signatories'],
  async applyBatch(tx: Kysely<Tables>, busEvents: readonly BusEvent[]) {
    const events = busEvents as readonly SignatoriesEvent[];
    await addToStatements(tx, events);
    await addToPlaces(tx, events);
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('signature_count').execute();
    await tx.deleteFrom('place_count').execute();
  },
};

function changeBy(event: SignatoriesEvent): number {
  if (event.type === 'SIGNATURE_ADMITTED') return 1;
  return event.type === 'SIGNATURE_WITHDRAWN' ? -1 : 0;
}

async function addToStatements(tx: Kysely<Tables>, events: readonly SignatoriesEvent[]): Promise<void> {
  const changes = events.map((event) => ({
    statement_id: event.data.statementId,
    change: changeBy(event),
    at: event.occurredAt,
  }));
  await sql`
    insert into signature_count (statement_id, count, as_of)
    select statement_id, sum(change), max(at)
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as event(statement_id uuid, change integer, at timestamptz)
     group by statement_id
    on conflict (statement_id) do update
       set count = signature_count.count + excluded.count,
           as_of = greatest(signature_count.as_of, excluded.as_of)`.execute(tx);
}

async function addToPlaces(tx: Kysely<Tables>, events: readonly SignatoriesEvent[]): Promise<void> {
  const changes = events.flatMap((event) =>
    event.type === 'SIGNATURE_ADMITTED' || event.type === 'SIGNATURE_WITHDRAWN'
      ? [
          {
            statement_id: event.data.statementId,
            country: event.data.country,
            region: event.data.region,
            change: changeBy(event),
          },
        ]
      : [],
  );
  await sql`
    insert into place_count (statement_id, country, region, count)
    select statement_id, country, region, sum(change)
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as event(statement_id uuid, country text, region text, change integer)
     group by statement_id, country, region
    on conflict (statement_id, country, region) do update set count = place_count.count + excluded.count`.execute(
    tx,
  );
  // A count of zero has no row, so that counting anew in other batches comes to the same rows.
  await sql`
    delete from place_count
     where count = 0 and statement_id = any(${[...new Set(changes.map((change) => change.statement_id))]}::uuid[])`.execute(
    tx,
  );
}
