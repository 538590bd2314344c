import { countryKey, usualKey } from './country-words.js';
import { countryWithKey } from './known-countries.js';
import { isWiderPlace } from './wider-places.js';

/** What the cell of a country says: one, that there is none, or something that a person must look at. */
export type CountryReading =
  /** ISO 3166-1 alpha-2, and XK for Kosovo. */
  { readonly country: string } | { readonly none: true } | { readonly unknown: string };

/** Cells like "-", "?" and "none". */
const nothing = /^(?:[\p{P}\p{S}\s]*|none|null|nil|ninguno|ninguna|aucun|keine?s?|nenhum|unknown)$/iu;

/** Two letters that mean Namibia in ISO 3166-1, and "not available" in lists. */
const ambiguous = /^na$/i;

/** @returns whether the cell could mean Namibia as well as "not available" */
export function isAmbiguousCountry(text: string): boolean {
  return ambiguous.test(text.trim());
}

/**
 * Reads the country that a list prints: code, name in many languages, informal, official, with a place before it.
 * @param naIsNamibia whether the list has codes where countries stand
 */
export function readCountry(text: string, naIsNamibia = false): CountryReading {
  const cell = text.trim();
  if (nothing.test(cell)) return { none: true };
  if (isAmbiguousCountry(cell)) return naIsNamibia ? { country: 'NA' } : { unknown: cell };
  if (cell.length > 100) return { unknown: cell };
  const country = whole(cell) ?? beforeBrackets(cell) ?? oneOfParts(cell);
  if (country !== null) return { country };
  return isWiderPlace(cell) ? { none: true } : { unknown: cell };
}

function whole(text: string): string | null {
  const exact = countryWithKey(countryKey(text));
  if (exact !== null) return exact;
  const usual = usualKey(text);
  return usual === null ? null : countryWithKey(usual);
}

/** "Kenya (Nairobi)"; but "Georgia (USA)" names two, and a person must say which. */
function beforeBrackets(text: string): string | null {
  const [, before = '', inside = ''] = /^([^()[\]]+)[([]([^()[\]]*)[)\]]?$/.exec(text) ?? [];
  if (before === '') return null;
  const [one, other] = [whole(before), whole(inside)];
  return one !== null && other !== null && one !== other ? null : (one ?? other);
}

/** "Nairobi, Kenya": one of the parts is a country, and only one. */
function oneOfParts(text: string): string | null {
  const found = new Set(text.split(/[,;/|–—]| - /).map(whole));
  found.delete(null);
  const [only = null] = found;
  return found.size === 1 ? only : null;
}
