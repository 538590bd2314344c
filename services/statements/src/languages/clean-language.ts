import { InvalidInput, refuse } from '@coalition-hub/subgraph';

/** RFC 5646 section 4.4.1: the longest tag that implementations have to take. */
const longest = 35;

/** A language tag in its canonical form (BCP 47): `pt-br` becomes `pt-BR`. */
export function cleanLanguage(tag: string): string {
  if (tag.length > longest) refuseLanguage();
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? refuseLanguage();
  } catch {
    return refuseLanguage();
  }
}

function refuseLanguage(): never {
  refuse(new InvalidInput('language', '"language" must be a tag of BCP 47, such as "fr" or "pt-BR".'));
}
