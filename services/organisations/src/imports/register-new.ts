import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isCountry, regionOf } from '../geography/country.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import { OrganisationKind } from '../types/organisation-kind.js';
import { freeSlugs } from './free-slugs.js';
import type { PrintedBody } from './printed-body.js';

interface NewRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly kind: OrganisationKind;
}

/** Rows per statement of SQL. */
const batch = 1_000;

/**
 * Registers the bodies that have no organisation yet. Two that differ in capitals only are one: the registry keeps
 * one organisation of a name per country.
 * @param known the organisations of the others, by place in the list
 * @returns the new organisations, by place in the list
 */
export async function registerNew(
  scope: CommandScope<Tables>,
  bodies: readonly PrintedBody[],
  known: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, string>> {
  const fresh = [...bodies.entries()].filter(([index]) => !known.has(index));
  const firsts = new Map<string, PrintedBody>();
  for (const [, body] of fresh) if (!firsts.has(keyOf(body))) firsts.set(keyOf(body), body);
  const rows = await newRows(scope, [...firsts.values()]);
  for (let from = 0; from < rows.length; from += batch) await insert(scope, rows.slice(from, from + batch));
  for (const row of rows) tell(scope, row);
  const ids = new Map([...firsts.keys()].map((key, index) => [key, rows[index]?.id ?? '']));
  return new Map(fresh.map(([index, body]) => [index, ids.get(keyOf(body)) ?? '']));
}

/** As the index `organisation_once`. */
function keyOf({ name, country }: PrintedBody): string {
  return `${name.toLowerCase()}\n${country ?? ''}`;
}

async function newRows(scope: CommandScope<Tables>, bodies: readonly PrintedBody[]): Promise<NewRow[]> {
  const slugs = await freeSlugs(
    scope.sql,
    bodies.map(({ name }) => name),
  );
  return bodies.map(({ name, acronym, country }, index) => ({
    id: scope.newId('organisation'),
    slug: slugs[index] ?? '',
    name,
    acronym,
    country,
    region: country !== null && isCountry(country) ? regionOf(country) : null,
    kind: OrganisationKind.ASSOCIATION,
  }));
}

async function insert({ sql: db }: CommandScope<Tables>, rows: readonly NewRow[]): Promise<void> {
  await sql`
    insert into organisation (id, slug, name, acronym, country, region, kind, other_names, identifiers)
    select id, slug, name, acronym, country, region, kind, '[]', '[]'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (id uuid, slug text, name text, acronym text, country text, region text, kind text)`.execute(
    db,
  );
  await writeNameKeys(
    db,
    rows.map((row) => ({ ...row, legalName: null, otherNames: [] })),
  );
}

function tell(scope: CommandScope<Tables>, { id, ...told }: NewRow): void {
  const data = { organisationId: id, ...told, consultativeCategory: null };
  scope.emit({ type: 'ORGANISATION_REGISTERED', subject: id, data });
}
