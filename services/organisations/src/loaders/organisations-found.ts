import {
  badInput,
  type CursorSealer,
  type CursorValues,
  type Reads,
  rootPage,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { mostFound, searchOrganisations } from '../matching/search-organisations.js';
import type { OrganisationFilter, OrganisationsArgs } from '../types/filters.js';
import { organisationColumns } from './organisation-columns.js';
import { matchesOrganisation } from './organisation-filter.js';

/**
 * Organisations by relevance, then by name: the best ones, which are few enough to be ranked anew for every page. A
 * cursor names a place in that order, so what is registered meanwhile moves nothing.
 */
export function organisationsFound(
  reads: Reads<Tables>,
  sealer: CursorSealer,
  args: OrganisationsArgs,
  filter: OrganisationFilter & { search: string },
) {
  if (args.orderBy != null) throw badInput('What "search" finds comes by relevance: leave "orderBy" out.');
  const ranking = once(() => rankingOf(reads, filter));
  return rootPage(
    {
      sealer,
      order: { list: JSON.stringify(['organisations', filter]), keyOf },
      nodeOf: (row) => row,
      rows: async (after, size) => {
        const all = await ranking();
        return all.slice(startAfter(all, after)).slice(0, size + 1);
      },
      count: async () => (await ranking()).length,
    },
    args,
  );
}

type Ranked = Awaited<ReturnType<typeof rankingOf>>[number];

async function rankingOf(reads: Reads<Tables>, filter: OrganisationFilter & { search: string }) {
  // Merged organisations have no keys, so a search without places needs no condition.
  const placed = filter.countries != null || filter.regions != null;
  const condition = placed ? matchesOrganisation(filter) : null;
  const found = await searchOrganisations(reads, filter.search, condition);
  const relevance = new Map(
    found.map(({ organisationId, relevance: value }) => [organisationId, inThousandths(value)]),
  );
  const rows = await reads
    .selectFrom('organisation')
    .innerJoin(
      sql<{ id: string; distance: number }>`jsonb_to_recordset(${JSON.stringify(
        [...relevance].map(([id, distance]) => ({ id, distance })),
      )}::jsonb)`.as<'found'>(sql`found (id uuid, distance integer)`),
      'found.id',
      'organisation.id',
    )
    .select([...organisationColumns, 'found.distance'])
    .orderBy('found.distance')
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .limit(mostFound)
    .execute();
  return rows;
}

/** Whole numbers travel in cursors unchanged; smaller is better. */
function inThousandths(relevance: number): number {
  return 1_000 - Math.round(relevance * 1_000);
}

const keyOf = ({ distance, name, id }: Ranked): CursorValues => [distance, name, id];

const collator = new Intl.Collator('und');

/** Where the order goes on after a place, whether or not what stood there is still found. */
function startAfter(ranking: readonly Ranked[], after: CursorValues | null): number {
  if (after === null) return 0;
  const [distance, name, id] = after as [number, string, string];
  const exactly = ranking.findIndex((row) => row.distance === distance && row.id === id);
  if (exactly >= 0) return exactly + 1;
  const next = ranking.findIndex(
    (row) =>
      row.distance > distance ||
      (row.distance === distance && (collator.compare(row.name, name) || (row.id > id ? 1 : -1)) > 0),
  );
  return next < 0 ? ranking.length : next;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
