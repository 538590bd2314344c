import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Region } from '../types/region.js';
import type { SignatureCount } from '../types/signature-count.js';

interface Place {
  readonly country: string | null;
  readonly region: Region | null;
  readonly count: number;
}

interface CountRow {
  readonly statementId: string;
  readonly count: number;
  readonly people: number;
  readonly asOf: string;
  readonly places: readonly Place[];
}

/** Counts of signatures as last counted; where nothing was, there is nothing to count as of now. */
export function countsByStatement(reads: Reads<Tables>) {
  return new DataLoader(async (statements: readonly string[]) => {
    const { rows } = await sql<CountRow>`
      select asked.statement_id as "statementId", coalesce(signature_count.count, 0) as count,
             coalesce(signature_count.people, 0) as people,
             coalesce(signature_count.as_of, hub_now()) as "asOf",
             (select coalesce(jsonb_agg(jsonb_build_object('country', country, 'region', region, 'count', place_count.count)), '[]')
                from place_count where place_count.statement_id = asked.statement_id) as places
        from unnest(${[...statements]}::uuid[]) as asked(statement_id)
        left join signature_count on signature_count.statement_id = asked.statement_id`.execute(reads);
    const counts = rowsByKey(statements, rows, ({ statementId }) => statementId);
    return counts.map((row) => row && countOf(row));
  });
}

function countOf({ count, people, asOf, places }: CountRow): SignatureCount {
  return {
    public: count,
    people,
    all: count,
    asOf,
    byCountry: sums(places, ({ country }) => country).map(([country, sum]) => ({ country, count: sum })),
    byRegion: sums(places, ({ region }) => region).map(([region, sum]) => ({ region, count: sum })),
  };
}

/** Most first; equal ones by name, with none at the end. */
function sums<Key extends string | null>(
  places: readonly Place[],
  keyOf: (place: Place) => Key,
): (readonly [Key, number])[] {
  const totals = new Map<Key, number>();
  for (const place of places) totals.set(keyOf(place), (totals.get(keyOf(place)) ?? 0) + place.count);
  const last = '\uffff';
  return [...totals].sort(([a, many], [b, few]) => few - many || ((a ?? last) < (b ?? last) ? -1 : 1));
}
