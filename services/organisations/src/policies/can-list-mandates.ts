import type { Rights } from '@coalition-hub/subgraph';

/** Who sees all who act for an organisation: whoever may change that. */
export function canListMandates(rights: Rights, { id }: { readonly id: string }): boolean {
  return rights.administrator || rights.mayActFor(id, 'ADMINISTER', null);
}
