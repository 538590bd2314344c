import type { ActorCapacity } from '@coalition-hub/bus';
import type { Rights } from '../rights/rights.js';

/** What somebody's act concerns, as far as events say. */
export interface ActedOn {
  readonly organisationId?: unknown;
  readonly coalitionId?: unknown;
}

/** By which right somebody acts, as the organisation concerned should see it: the closest one counts. */
export function actorCapacity(rights: Rights, { organisationId, coalitionId }: ActedOn): ActorCapacity {
  if (rights.personId === null) return 'HUB';
  if (rights.mandates.some((mandate) => mandate.organisationId === organisationId)) return 'REPRESENTATIVE';
  const coordinates = typeof coalitionId === 'string' ? rights.coordinates.has(coalitionId) : false;
  if (coordinates) return 'COORDINATOR';
  return rights.administrator ? 'ADMINISTRATOR' : 'OTHER';
}
