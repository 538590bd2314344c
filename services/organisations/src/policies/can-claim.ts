import type { Rights } from '@coalition-hub/subgraph';

/** Whoever is signed in may say to act for an organisation: what comes of it is for others to decide. */
export function canClaim({ personId }: Rights): boolean {
  return personId !== null;
}
