import type { CoalitionPersonRole, MandateScope } from '@coalition-hub/bus';
import { type Kysely, sql } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';
import { isInForce } from './in-force.js';
import { type CoalitionRoleRight, type MandateRight, Rights } from './rights.js';

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
        where person_id = ${personId} and ${isInForce}) as mandates
  `.execute(db);
  const row = rows[0] ?? { roles: [], mandates: [] };
  return new Rights(
    personId,
    row.roles.some(isAdministrator),
    inCoalitions(row),
    row.mandates.map(inWordsOfToday),
  );
}

const isAdministrator = (row: { coalitionId: string | null; role: string }) =>
  row.coalitionId === null && row.role === 'ADMINISTRATOR';

function inCoalitions({ roles }: RightsRow): CoalitionRoleRight[] {
  return roles.flatMap(({ coalitionId, role }) =>
    coalitionId === null ? [] : { coalitionId, role: role as CoalitionPersonRole },
  );
}

/** What was granted as REVISE allows what EDIT does. */
function inWordsOfToday({ scopes, ...mandate }: MandateRight): MandateRight {
  const today = scopes.map((scope): MandateScope => (scope === 'REVISE' ? 'EDIT' : scope));
  return { ...mandate, scopes: [...new Set(today)] };
}
