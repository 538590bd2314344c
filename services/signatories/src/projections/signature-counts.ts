import type { BusEvent, SignatoriesEvent } from '@coalition-hub/bus';
import { foldTotals, type Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { signatureTotals } from '../totals/signature-totals.js';

/**
 * Counts signatures in batches, after the fact: a counter that every signing updated would make signers wait for each
 * other. Opening and closing move `as_of` only.
 */
export const signatureCountsProjection: Projection = {
  name: 'signature-counts',
  streams: ['signatories'],
  async applyBatch(tx: Kysely<Tables>, busEvents: readonly BusEvent[]) {
    const events = (busEvents as readonly SignatoriesEvent[]).filter(isPublic);
    await addToStatements(tx, events);
    await addToPlaces(tx, events);
    // Here, where each signature passes anyway: a consumer of its own would cost one more transaction for each.
    await foldTotals(
      tx,
      signatureTotals,
      busEvents,
      events.map(({ data }) => data.statementId),
    );
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('signature_count').execute();
    await tx.deleteFrom('place_count').execute();
  },
};

/** Invitations may not even move `as_of`, from which everybody could tell that somebody was asked or declined. */
const confidential: ReadonlySet<SignatoriesEvent['type']> = new Set([
  'INVITED_TO_SIGN',
  'SIGNING_DECLINED',
  'SIGNING_INVITATION_WITHDRAWN',
]);

const isPublic = ({ type }: SignatoriesEvent) => !confidential.has(type);

interface Change {
  readonly organisations: number;
  readonly people: number;
}

/** What an event adds to a statement's numbers. Confirming what was reported adds nothing: it is one signature. */
function changeBy({ type }: SignatoriesEvent): Change {
  switch (type) {
    case 'SIGNATURE_ADMITTED':
      return { organisations: 1, people: 0 };
    case 'SIGNATURE_WITHDRAWN':
    case 'SIGNATURE_REPEATED':
      return { organisations: -1, people: 0 };
    case 'PERSON_SIGNATURE_ADMITTED':
      return { organisations: 0, people: 1 };
    case 'PERSON_SIGNATURE_WITHDRAWN':
      return { organisations: 0, people: -1 };
    default:
      return { organisations: 0, people: 0 };
  }
}

async function addToStatements(tx: Kysely<Tables>, events: readonly SignatoriesEvent[]): Promise<void> {
  if (events.length === 0) return;
  const changes = events.map((event) => ({
    statement_id: event.data.statementId,
    ...changeBy(event),
    at: event.occurredAt,
  }));
  await sql`
    insert into signature_count (statement_id, count, people, as_of)
    select statement_id, sum(organisations), sum(people), max(at)
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as event(statement_id uuid, organisations integer, people integer, at timestamptz)
     group by statement_id
    on conflict (statement_id) do update
       set count = signature_count.count + excluded.count,
           people = signature_count.people + excluded.people,
           as_of = greatest(signature_count.as_of, excluded.as_of)`.execute(tx);
}

interface PlaceChange {
  readonly statement_id: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly change: number;
}

/** Of organisations only: people sign for no country. */
function placeChangesBy({ type, data }: SignatoriesEvent): readonly PlaceChange[] {
  switch (type) {
    case 'SIGNATURE_ADMITTED':
      return [placeChange(data.statementId, data, 1)];
    case 'SIGNATURE_WITHDRAWN':
    case 'SIGNATURE_REPEATED':
      return [placeChange(data.statementId, data, -1)];
    case 'SIGNATURE_CONFIRMED':
      return [placeChange(data.statementId, data.reportedFrom, -1), placeChange(data.statementId, data, 1)];
    default:
      return [];
  }
}

function placeChange(
  statement_id: string,
  { country, region }: Pick<PlaceChange, 'country' | 'region'>,
  change: number,
): PlaceChange {
  return { statement_id, country, region, change };
}

async function addToPlaces(tx: Kysely<Tables>, events: readonly SignatoriesEvent[]): Promise<void> {
  const changes = events.flatMap(placeChangesBy);
  if (changes.length === 0) return;
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
