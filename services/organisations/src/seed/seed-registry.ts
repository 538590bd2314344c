import type { Emit, Unit } from '@coalition-hub/subgraph';
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
  const organisations = seed.organisations.map((organisation) => ({
    ...organisation,
    kind: organisation.kind ?? 'ASSOCIATION',
    acronym: organisation.acronym ?? null,
    region:
      organisation.country !== null && isCountry(organisation.country)
        ? regionOf(organisation.country)
        : null,
  }));
  if (organisations.length > 0) {
    const rows = organisations.map((row) => ({
      ...row,
      other_names: jsonb([]),
      identifiers: jsonb([]),
    }));
    await sql.insertInto('organisation').values(rows).execute();
    await writeNameKeys(sql, organisations.map(namedOf));
  }
  if (seed.coalitions.length > 0)
    await sql
      .insertInto('coalition')
      .values([...seed.coalitions])
      .execute();
  if (seed.memberships.length > 0)
    await sql.insertInto('membership').values(seed.memberships.map(membershipRow)).execute();
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

/** The driver would send a list as a PostgreSQL array. */
function jsonb(value: readonly never[]): never {
  return JSON.stringify(value) as never;
}
