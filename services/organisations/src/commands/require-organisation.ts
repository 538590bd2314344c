import { type CommandScope, isUuid, NotFound, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';

/**
 * The organisation of this id, or the one that it was merged into; refuses what is none. Shared until the end of the
 * transaction: a merge waits, and finds what the command enters for it.
 */
export async function requireOrganisation(
  { em }: CommandScope<Tables>,
  id: string,
): Promise<OrganisationRecord> {
  const lockMode = LockMode.PESSIMISTIC_READ;
  const named = isUuid(id) ? await em.findOne(OrganisationRecord, id, { lockMode }) : null;
  const meant = named?.mergedInto
    ? await em.findOne(OrganisationRecord, named.mergedInto, { lockMode })
    : named;
  return meant ?? refuse(new NotFound('organisation'));
}
