import { countries, type TContinentCode, type TCountryCode } from 'countries-list';
import { Region } from './region.js';

/** Reserved codes in the source that ISO 3166-1 does not assign: Ascension and Tristan da Cunha are part of `SH`. */
type Reserved = 'AC' | 'TA';

const reserved: ReadonlySet<string> = new Set<Reserved>(['AC', 'TA']);

/**
 * A code of ISO 3166-1 alpha-2, in capitals. `XK` (Kosovo) is from the range that the standard leaves to its users, with
 * the meaning that the European Union and Unicode CLDR give it: without it, an organisation there would have to name
 * another country, or none.
 */
export type Country = Exclude<TCountryCode, Reserved>;

const byContinent: Readonly<Record<TContinentCode, Region | null>> = {
  AF: Region.AFRICA,
  AN: null,
  AS: Region.ASIA,
  EU: Region.EUROPE,
  NA: Region.AMERICAS,
  OC: Region.OCEANIA,
  SA: Region.AMERICAS,
};

/**
 * Where UN M49 differs from the source's continents, which are GeoNames'. For countries on two continents both name one:
 * Türkiye, Kazakhstan, Georgia and Azerbaijan are in Asia, Egypt is in Africa. Taiwan and Kosovo, which M49 does not
 * list, stay where the source has them.
 */
const byM49: Readonly<Partial<Record<Country, Region>>> = {
  BV: Region.AMERICAS,
  CC: Region.OCEANIA,
  CX: Region.OCEANIA,
  CY: Region.ASIA,
  GS: Region.AMERICAS,
  HM: Region.OCEANIA,
  IO: Region.AFRICA,
  RU: Region.EUROPE,
  TF: Region.AFRICA,
  TL: Region.ASIA,
};

export function isCountry(code: string): code is Country {
  return Object.hasOwn(countries, code) && !reserved.has(code);
}

/** The region of a country; null for Antarctica, which M49 leaves out too. */
export function regionOf(country: Country): Region | null {
  return byM49[country] ?? byContinent[countries[country].continent];
}
