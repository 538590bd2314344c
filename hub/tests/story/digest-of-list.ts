import { sha256OfCanonicalJson } from './canonical-json.js';
import type { List, Signed } from './story-operations.js';

/** The digest that a frozen list should state, from what anybody can read. */
export function digestOfList(
  statement: string,
  { frozenAt, revision }: List,
  signatures: readonly Signed[],
): string {
  const entries = signatures.map(digested).sort((a, b) => (a.id < b.id ? -1 : 1));
  const type = 'coalition-hub/list/1';
  return sha256OfCanonicalJson({ type, statement, revision: revision.digest, frozenAt, entries });
}

function digested({ id, nameAsSigned, countryAsSigned, revision, signedOn }: Signed) {
  return { id, nameAsSigned, countryAsSigned, revision: revision.digest, signedOn };
}
