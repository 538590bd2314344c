import { countries, getCountryData, type TCountryCode } from 'countries-list';
import { countryKey } from './country-words.js';

/** Reserved codes that name no country of ISO 3166-1. */
const reserved: ReadonlySet<string> = new Set(['AC', 'TA']);

/** In the order in which they win where two languages give one name to two countries. */
const languages =
  'en fr es pt de it nl ca gl eu sv da nb fi pl cs sk hu ro bg sr hr sl mk sq el tr ru uk az ka hy ar fa he ur hi bn ne ta te ml si th vi id ms tl sw am so ha zh zh-Hant ja ko mn kk uz ky is et lv lt ga mt af'.split(
    ' ',
  );

/** What lists print instead of a country's name, and names that would be taken for another one's. */
const informal: Readonly<Record<string, readonly string[]>> = {
  US: [
    'USA',
    'U.S.',
    'U.S.A.',
    'EE.UU.',
    'EEUU',
    'EUA',
    'United States of America',
    'America',
    'Estados Unidos de América',
  ],
  GB: [
    'UK',
    'U.K.',
    'Great Britain',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Inglaterra',
    'Angleterre',
    'United Kingdom of Great Britain and Northern Ireland',
  ],
  AE: ['UAE', 'U.A.E.', 'Emirates', 'Emiratos'],
  CD: [
    'DRC',
    'DR Congo',
    'RDC',
    'RD Congo',
    'D.R. Congo',
    'Congo DR',
    'Congo DRC',
    'Congo Kinshasa',
    'Congo Democratic Republic',
  ],
  CG: ['Congo', 'Republic of Congo', 'Congo Brazzaville', 'Congo Republic'],
  KR: ['Korea', 'South Korea', 'Republic of Korea', 'Corea', 'Corée', 'Korea South'],
  KP: ['North Korea', 'DPRK', "Democratic People's Republic of Korea", 'Korea North'],
  CI: ['Ivory Coast', 'Cote dIvoire', 'RCI'],
  NL: ['Holland', 'The Netherlands', 'Holanda', 'Pays Bas', 'Kingdom of the Netherlands'],
  CZ: ['Czech Republic', 'Czechia', 'República Checa', 'République tchèque', 'Tschechische Republik'],
  TL: ['East Timor', 'Timor Leste', 'Timor'],
  SZ: ['Swaziland', 'Suazilandia'],
  MM: ['Burma', 'Birmania', 'Birmanie'],
  CV: ['Cape Verde', 'Cabo Verde', 'Cap Vert'],
  MK: ['Macedonia', 'FYROM', 'North Macedonia'],
  BA: ['Bosnia', 'BiH', 'Bosnia Herzegovina'],
  PS: ['Palestine', 'Palestina', 'OPT', 'Occupied Palestinian Territory', 'West Bank', 'Gaza'],
  XK: ['Kosovo', 'Kosova'],
  RU: ['Russia', 'Russian Federation'],
  SY: ['Syria', 'Syrian Arab Republic'],
  IR: ['Iran', 'Islamic Republic of Iran'],
  LA: ['Laos', 'Lao PDR', "Lao People's Democratic Republic"],
  VN: ['Vietnam', 'Viet Nam'],
  TZ: ['Tanzania'],
  MD: ['Moldova', 'Republic of Moldova'],
  BO: ['Bolivia'],
  VE: ['Venezuela'],
  PG: ['PNG', 'Papua'],
  TR: ['Turkey', 'Turquía', 'Turquie'],
  TW: ['Taiwan', 'Republic of China', 'Chinese Taipei'],
  CN: ['China', "People's Republic of China", 'Mainland China'],
  HK: ['Hong Kong', 'Hong Kong SAR', 'China Hong Kong', 'Hong Kong China'],
  MO: ['Macao', 'Macau', 'Macao SAR'],
  NZ: ['Aotearoa', 'Aotearoa New Zealand', 'Nueva Zelandia', 'NZ'],
  VA: ['Vatican', 'Holy See', 'Vaticano'],
  FM: ['Micronesia', 'Federated States of Micronesia'],
  IE: ['Republic of Ireland', 'Eire'],
  DO: ['Dominican Republic', 'Dominicana', 'Rep Dominicana', 'DR'],
  CF: ['CAR', 'RCA', 'Central African Republic', 'Centrafrique'],
  ZA: ['South Africa', 'RSA', 'Sudáfrica', 'Suráfrica'],
  SA: ['KSA', 'Saudi'],
  ST: ['Sao Tome', 'São Tomé'],
  TT: ['Trinidad', 'Trinidad Tobago', 'Trinidad y Tobago'],
  VC: ['Saint Vincent'],
  KN: ['Saint Kitts'],
  EH: ['Western Sahara', 'Sahara Occidental', 'SADR', 'RASD'],
  PR: ['Puerto Rico'],
  GM: ['Gambia', 'The Gambia'],
  BS: ['Bahamas', 'The Bahamas'],
  GR: ['EL', 'Hellas'],
  JP: ['Nippon'],
  BY: ['Belarus', 'Byelorussia', 'Bielorrusia'],
  KZ: ['Kazakstan'],
  KG: ['Kirghizstan', 'Kyrgyz Republic'],
  SS: ['S Sudan'],
  LK: ['Ceylon'],
};

/** Names under which countries are known, and what stands there for two of them. */
let known: ReadonlyMap<string, string> | undefined;

/** @returns the code of ISO 3166-1 alpha-2, or null */
export function countryWithKey(key: string): string | null {
  known ??= knownCountries();
  return known.get(key) ?? null;
}

function knownCountries(): ReadonlyMap<string, string> {
  const codes = Object.keys(countries).filter((code) => !reserved.has(code));
  const found = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    const key = countryKey(name ?? '');
    if (key !== '' && !found.has(key)) found.set(key, code);
  };
  for (const [code, names] of Object.entries(informal)) for (const name of names) add(name, code);
  for (const code of codes) addAll(add, [code, ...namesIn(code)], code);
  for (const display of languages.flatMap(displaysOf)) for (const code of codes) add(display.of(code), code);
  return found;
}

function addAll(add: (name: string, code: string) => void, names: readonly string[], code: string): void {
  for (const name of names) add(name, code);
}

/** Code of three letters, name in English and in the country's own language. */
function namesIn(code: string): string[] {
  const { iso3, name, native } = getCountryData(code as TCountryCode);
  return [iso3, name, native];
}

function displaysOf(language: string): Intl.DisplayNames[] {
  return (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }),
  );
}
