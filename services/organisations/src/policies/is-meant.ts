import type { Rights } from '@coalition-hub/subgraph';

/** Answering an offer, confirming a claim: nobody can do so for another person. */
export function isMeant(rights: Rights, { personId }: { readonly personId: string }): boolean {
  return rights.personId === personId;
}
