import type { DoneBy } from '@coalition-hub/bus';
import type { Rights } from '../rights/rights.js';
import { type ActedOn, actorCapacity } from './actor-capacity.js';

interface Doing {
  readonly rights: Rights;
  readonly requestId: string;
}

/** For events about what an organisation does: who did it, which only that organisation's own log shows. */
export function doneBy({ rights, requestId }: Doing, actedOn: ActedOn): DoneBy {
  const { personId } = rights;
  if (personId === null) return {};
  return { by: { personId, requestId, capacity: actorCapacity(rights, actedOn) } };
}
