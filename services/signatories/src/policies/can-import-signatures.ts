import { Rights } from '@coalition-hub/subgraph';

/** Who may enter a whole list at once: whoever owns the machine, at its command line. No request has these rights. */
export function canImportSignatures(rights: Rights): boolean {
  return rights === Rights.owner;
}
