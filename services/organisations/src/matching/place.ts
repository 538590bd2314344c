import { countryOfTokens, longestName } from '../geography/country-names.js';

/** What names say of where a body is besides countries: in lower case, so that no country has the same code. */
const wider: ReadonlyMap<string, string> = new Map(
  Object.entries({
    international: 'world',
    internacional: 'world',
    internationale: 'world',
    internazionale: 'world',
    worldwide: 'world',
    global: 'world',
    africa: 'africa',
    afrique: 'africa',
    afrika: 'africa',
    europe: 'europe',
    europa: 'europe',
    asia: 'asia',
    asie: 'asia',
    asien: 'asia',
    pacific: 'pacific',
    'asia pacific': 'asia-pacific',
    'latin america': 'latin-america',
    'america latina': 'latin-america',
    'amerique latine': 'latin-america',
    'america latina y el caribe': 'latin-america',
    'latin america and the caribbean': 'latin-america',
    caribbean: 'caribbean',
    'middle east': 'middle-east',
    'north africa': 'north-africa',
    'west africa': 'west-africa',
    'east africa': 'east-africa',
    'southern africa': 'southern-africa',
    scotland: 'scotland',
    wales: 'wales',
    england: 'england',
    catalunya: 'catalonia',
    catalonia: 'catalonia',
    quebec: 'quebec',
  }),
);

export interface Placed {
  /** ISO 3166-1 alpha-2, or a word in small letters for what is no country; null where the name says nothing. */
  readonly place: string | null;
  /** What remains without the place. */
  readonly tokens: readonly string[];
}

/** The place that folded words name, all of them; null for anything else. */
export function placeNamed(tokens: readonly string[]): string | null {
  return countryOfTokens(tokens) ?? wider.get(tokens.join(' ')) ?? null;
}

/** Takes the place off the end of a name: "Attac Norway". A name that is nothing else keeps it. */
export function takePlace(tokens: readonly string[]): Placed {
  const from = Math.max(1, tokens.length - longestName);
  for (let start = from; start < tokens.length; start += 1) {
    const place = placeNamed(tokens.slice(start));
    if (place !== null) return { place, tokens: withoutLink(tokens.slice(0, start)) };
  }
  return { place: null, tokens };
}

const links = new Set([
  'of',
  'in',
  'for',
  'de',
  'du',
  'del',
  'des',
  'do',
  'da',
  'en',
  'en',
  'la',
  'le',
  'el',
  'the',
  'au',
  'di',
  'von',
  'van',
]);

/** "Human Rights Coalition of Fiji" is "Human Rights Coalition", in Fiji. */
function withoutLink(tokens: readonly string[]): readonly string[] {
  let end = tokens.length;
  while (end > 1 && links.has(tokens[end - 1] ?? '')) end -= 1;
  return tokens.slice(0, end);
}
