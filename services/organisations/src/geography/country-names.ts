import { countries, type TCountryCode } from 'countries-list';
import { tokensOf } from '../matching/fold.js';
import { type Country, isCountry } from './country.js';

const languages = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'ca', 'ru', 'ar'] as const;

/** What lists print instead of a country's name. Codes of two letters are left out: "IN" and "IT" are words too. */
const informal: Readonly<Record<string, Country>> = {
  usa: 'US',
  'u s': 'US',
  'united states of america': 'US',
  'estados unidos de america': 'US',
  eeuu: 'US',
  'ee uu': 'US',
  america: 'US',
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  'northern ireland': 'GB',
  uae: 'AE',
  drc: 'CD',
  'dr congo': 'CD',
  rdc: 'CD',
  'rd congo': 'CD',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'republique democratique du congo': 'CD',
  'republica democratica del congo': 'CD',
  congo: 'CG',
  'republic of congo': 'CG',
  'congo brazzaville': 'CG',
  'congo kinshasa': 'CD',
  korea: 'KR',
  'republic of korea': 'KR',
  'south korea': 'KR',
  coree: 'KR',
  corea: 'KR',
  dprk: 'KP',
  'ivory coast': 'CI',
  'cote divoire': 'CI',
  'costa de marfil': 'CI',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  tchequie: 'CZ',
  'east timor': 'TL',
  'timor leste': 'TL',
  swaziland: 'SZ',
  burma: 'MM',
  'cape verde': 'CV',
  macedonia: 'MK',
  'bosnia herzegovina': 'BA',
  bosnia: 'BA',
  palestine: 'PS',
  'occupied palestinian territory': 'PS',
  'state of palestine': 'PS',
  kosova: 'XK',
  kosovo: 'XK',
  russia: 'RU',
  syria: 'SY',
  iran: 'IR',
  laos: 'LA',
  'viet nam': 'VN',
  vietnam: 'VN',
  tanzania: 'TZ',
  moldova: 'MD',
  bolivia: 'BO',
  venezuela: 'VE',
  'papua new guinea': 'PG',
  png: 'PG',
  turkey: 'TR',
  turkiye: 'TR',
  taiwan: 'TW',
  'hong kong': 'HK',
  macao: 'MO',
  macau: 'MO',
  nz: 'NZ',
  aotearoa: 'NZ',
  'aotearoa new zealand': 'NZ',
  vatican: 'VA',
  micronesia: 'FM',
  gambia: 'GM',
  bahamas: 'BS',
  'sao tome': 'ST',
  trinidad: 'TT',
  'western sahara': 'EH',
  eswatini: 'SZ',
  nippon: 'JP',
};

let names: ReadonlyMap<string, Country> | undefined;

/** The country that a text names, in one of several languages or informally; null for anything else. */
export function countryNamed(text: string): Country | null {
  return countryOfTokens(tokensOf(text));
}

/** As `countryNamed`, for a text that is folded and cut into words. */
export function countryOfTokens(tokens: readonly string[]): Country | null {
  const words = tokens[0] === 'the' ? tokens.slice(1) : tokens;
  if (words.length === 0 || words.length > longestName) return null;
  names ??= namesOfCountries();
  return names.get(words.join(' ')) ?? null;
}

/** More words than these no name of a country has. */
export const longestName = 8;

function namesOfCountries(): ReadonlyMap<string, Country> {
  const found = new Map<string, Country>(Object.entries(informal));
  for (const code of Object.keys(countries).filter(isCountry)) {
    for (const name of [countries[code].name, countries[code].native, ...displayNames(code)]) {
      const key = tokensOf(name).join(' ');
      if (key !== '' && !found.has(key)) found.set(key, code);
    }
  }
  return found;
}

function displayNames(code: TCountryCode): string[] {
  return languages.flatMap((language) => displayOf(language)(code) ?? []);
}

const displays = new Map<string, Intl.DisplayNames>();

function displayOf(language: string): (code: string) => string | undefined {
  const display = displays.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  displays.set(language, display);
  return (code) => display.of(code);
}
