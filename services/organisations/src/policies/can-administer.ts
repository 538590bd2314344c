import type { Rights } from '@coalition-hub/subgraph';

/** Registering organisations, creating coalitions, granting roles and mandates. */
export function canAdminister(rights: Rights): boolean {
  return rights.administrator;
}
