import type { MandateScope } from '@coalition-hub/bus';
import { type Kysely, sql } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';
import { type MandateRight, Rights } from './rights.js';

interface RightsRow {
  roles: { coalitionId: string | null; role: string }[];
  mandates: MandateRight[];
}

/** All rights of one person in one statement, as of the database's clock. */
export async function readRights<Tables extends KitTables>(
  db: Kysely<Tables>,
  personId: string,
): Promise<Rights> {
  const { rows } = await sql<RightsRow>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('coalitionId', coalition_id, 'role', role)), '[]')
         from right_role where person_id = ${personId}) as roles,
      (select coalesce(jsonb_agg(jsonb_build_object(
           'mandateId', mandate_id, 'organisationId', organisation_id, 'scopes', scopes, 'statementId', statement_id)), '[]')
         from right_mandate
        where person_id = ${personId} and (ends_on is null or ends_on >= (hub_now() at time zone 'UTC')::date)) as mandates
  `.execute(db);
  const row = rows[0] ?? { roles: [], mandates: [] };
  return new Rights(personId, row.roles.some(isAdministrator), coordinated(row), narrowed(row.mandates));
}

const isAdministrator = (row: { coalitionId: string | null; role: string }) =>
  row.coalitionId === null && row.role === 'ADMINISTRATOR';

function coordinated({ roles }: RightsRow): ReadonlySet<string> {
  const ids = roles.filter(({ role }) => role === 'COORDINATOR').map(({ coalitionId }) => coalitionId);
  return new Set(ids.filter((id): id is string => id !== null));
}

const narrowed = (mandates: readonly MandateRight[]) =>
  mandates.map((mandate) => ({ ...mandate, scopes: mandate.scopes as readonly MandateScope[] }));
