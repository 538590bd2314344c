import type { Emit, Unit } from '@coalition-hub/subgraph';
import { sql as query } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isCountry, regionOf } from '../geography/country.js';
import type { NamedOrganisation } from '../matching/name-keys.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import type { OrganisationKind } from '../types/organisation-kind.js';

/** An organisation as entered by hand long ago; `country` is ISO 3166-1 alpha-2. */
export interface OrganisationSeed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string | null;
  readonly website: string | null;
  /** An association unless told. */
  readonly kind?: `${OrganisationKind}`;
  readonly acronym?: string | null;
}

export interface CoalitionSeed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly purpose: string | null;
}

export interface MembershipSeed {
  readonly id: string;
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly role: string;
  /** Day, `YYYY-MM-DD`. */
  readonly joinedOn: string;
}

export interface RegistrySeed {
  readonly organisations: readonly OrganisationSeed[];
  readonly coalitions: readonly CoalitionSeed[];
  readonly memberships: readonly MembershipSeed[];
}

/** Enters a registry as a whole, telling the other services what commands would have told them. */
export async function seedRegistry({ sql }: Unit<Tables>, emit: Emit, seed: RegistrySeed): Promise<void> {
  const organisations = seed.organisations.map(organisationRow);
  await insertOrganisations(sql, organisations);
  await writeNameKeys(sql, seed.organisations.map(namedOf));
  if (seed.coalitions.length > 0)
    await sql
      .insertInto('coalition')
      .values([...seed.coalitions])
      .execute();
  await insertMemberships(sql, seed.memberships.map(membershipRow));
  for (const { id, slug, name, country, region, kind, acronym } of organisations) {
    const data = { organisationId: id, slug, name, country, region, kind, acronym };
    emit({ type: 'ORGANISATION_REGISTERED', subject: id, data });
  }
  for (const { id, slug, name } of seed.coalitions) {
    emit({ type: 'COALITION_CREATED', subject: id, data: { coalitionId: id, slug, name } });
  }
  for (const { id, ...membership } of seed.memberships) {
    emit({ type: 'MEMBER_ADMITTED', subject: id, data: { membershipId: id, ...membership } });
  }
}

type Sql = Unit<Tables>['sql'];

/** Rows travel as one parameter: there is no limit to meet, and nothing to compile for each row. */
async function insertOrganisations(
  sql: Sql,
  rows: readonly ReturnType<typeof organisationRow>[],
): Promise<void> {
  if (rows.length === 0) return;
  await query`
    insert into organisation (id, slug, name, country, region, website, kind, acronym, other_names, identifiers)
    select id, slug, name, country, region, website, kind, acronym, '[]', '[]'
      from jsonb_populate_recordset(null::organisation, ${JSON.stringify(rows)}::jsonb)`.execute(sql);
}

async function insertMemberships(sql: Sql, rows: readonly ReturnType<typeof membershipRow>[]): Promise<void> {
  if (rows.length === 0) return;
  await query`
    insert into membership (id, coalition_id, organisation_id, role, joined_on, ended_on)
    select id, coalition_id, organisation_id, role, joined_on, ended_on
      from jsonb_populate_recordset(null::membership, ${JSON.stringify(rows)}::jsonb)`.execute(sql);
}

function organisationRow({ kind = 'ASSOCIATION', acronym = null, ...organisation }: OrganisationSeed) {
  return { ...organisation, kind, acronym, region: regionOfCountry(organisation.country) };
}

/** The region that a registered organisation of this country gets; null for none and for codes that are no country. */
export function regionOfCountry(country: string | null): string | null {
  return country !== null && isCountry(country) ? regionOf(country) : null;
}

const namedOf = ({ id, name, country, acronym = null }: OrganisationSeed): NamedOrganisation => ({
  id,
  name,
  country,
  legalName: null,
  acronym,
  otherNames: [],
});

function membershipRow({ id, coalitionId, organisationId, role, joinedOn }: MembershipSeed) {
  return {
    id,
    coalition_id: coalitionId,
    organisation_id: organisationId,
    role,
    joined_on: joinedOn,
    ended_on: null,
  };
}
