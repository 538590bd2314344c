import { InvalidInput, refuse } from '@coalition-hub/subgraph';

/** RFC 5646 section 4.4.1: the longest tag that implementations have to take. */
const longest = 35;

/** A language tag in its canonical form (BCP 47): `pt-br` becomes `pt-BR`. Null for what is none. */
export function canonicalLanguage(tag: string): string | null {
  if (tag.length > longest) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The same, for entering. */
export function cleanLanguage(tag: string): string {
  return canonicalLanguage(tag) ?? refuseLanguage();
}

function refuseLanguage(): never {
  refuse(new InvalidInput('language', '"language" must be a tag of BCP 47, such as "fr" or "pt-BR".'));
}
