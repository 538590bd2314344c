import { type CursorValues, type Keyset, pageOf, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { MembershipRole } from '../types/membership.js';
import { heldOn } from './membership-row.js';

/** A member as a list on paper needs it. */
export interface MemberAsOf {
  readonly membershipId: string;
  readonly organisationId: string;
  readonly slug: string;
  /** The name it goes by now. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly region: string | null;
  readonly role: MembershipRole;
  readonly joinedOn: string;
  readonly endedOn: string | null;
}

const columns = [
  'membership.id as membershipId',
  'organisation.id as organisationId',
  'organisation.slug',
  'membership.name',
  'membership.country',
  'membership.region',
  sql<MembershipRole>`membership.role`.as('role'),
  'membership.joined_on as joinedOn',
  'membership.ended_on as endedOn',
] as const;

const byName: Keyset = {
  columns: [
    { column: 'membership.name', type: 'text' },
    { column: 'membership.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/**
 * All members of a coalition as of a day, by name, in pages: memory stays the same however many there are. Who is
 * admitted or renamed while the pages are read may be missing.
 *
 * @param day `YYYY-MM-DD`
 */
export async function* membersAsOf(
  reads: Reads<Tables>,
  coalitionId: string,
  day: string,
  pageSize = 500,
): AsyncGenerator<readonly MemberAsOf[], void> {
  let after: CursorValues | null = null;
  do {
    const rows: MemberAsOf[] = await membersAfter(reads, coalitionId, day, after, pageSize);
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    if (last !== undefined) yield page;
    after = rows.length > pageSize && last !== undefined ? [last.name, last.membershipId] : null;
  } while (after !== null);
}

function membersAfter(
  reads: Reads<Tables>,
  coalitionId: string,
  day: string,
  after: CursorValues | null,
  pageSize: number,
): Promise<MemberAsOf[]> {
  const members = reads
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(columns)
    .where('membership.coalition_id', '=', coalitionId)
    .where(heldOn(day));
  return pageOf(members, byName, after, pageSize).execute();
}
