import { type CommandScope, isInForce } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import type { AdministeredOrganisation } from '../policies/can-grant-mandate.js';
import { lockMandates } from './lock-mandates.js';
import { requireOrganisation } from './require-organisation.js';

export interface Administered extends AdministeredOrganisation {
  readonly organisation: OrganisationRecord;
}

/**
 * An organisation, and whether the caller administers it: read under a lock that everybody takes who changes who may
 * act for it, and from the mandates themselves. Of two who take ADMINISTER from each other, one comes too late.
 */
export async function administeredOrganisation(
  scope: CommandScope<Tables>,
  id: string,
): Promise<Administered> {
  const organisation = await requireOrganisation(scope, id);
  await lockMandates(scope, organisation.id);
  const { personId } = scope.rights;
  const administered = personId !== null && (await administers(scope, organisation.id, personId));
  return { organisation, administered };
}

/** Whether somebody holds ADMINISTER for the organisation today. */
export function administers(
  scope: CommandScope<Tables>,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  return isAdministered(scope, organisationId, sql<boolean>`person_id = ${personId}`);
}

/** Whether anybody does, or anybody of whom something holds. */
export async function isAdministered(
  { sql: tx }: CommandScope<Tables>,
  organisationId: string,
  of = sql<boolean>`true`,
): Promise<boolean> {
  const { rows } = await sql`
    select from mandate
     where organisation_id = ${organisationId} and state = 'GRANTED' and revoked_at is null
       and 'ADMINISTER' = any (scopes) and ${isInForce} and ${of} limit 1`.execute(tx);
  return rows.length > 0;
}
