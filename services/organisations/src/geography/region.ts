import { continents, countries, type TContinentCode, type TCountryCode } from 'countries-list';
import { registerEnumType } from 'type-graphql';

/** Parts of the world as readers of a list group it; the Americas are one. */
export enum Region {
  AFRICA = 'AFRICA',
  AMERICAS = 'AMERICAS',
  ASIA = 'ASIA',
  EUROPE = 'EUROPE',
  OCEANIA = 'OCEANIA',
}

registerEnumType(Region, {
  name: 'Region',
  description: 'A part of the world.',
  valuesConfig: {
    AFRICA: { description: 'Africa.' },
    AMERICAS: { description: 'North, Central and South America and the Caribbean.' },
    ASIA: { description: 'Asia, with Western Asia.' },
    EUROPE: { description: 'Europe.' },
    OCEANIA: { description: 'Australia, New Zealand and the Pacific islands.' },
  },
});

const regions: Readonly<Record<TContinentCode, Region | null>> = {
  AF: Region.AFRICA,
  AN: null,
  AS: Region.ASIA,
  EU: Region.EUROPE,
  NA: Region.AMERICAS,
  OC: Region.OCEANIA,
  SA: Region.AMERICAS,
};

/** Whether it is a code of ISO 3166-1 alpha-2, in capitals. */
export function isCountry(code: string): code is TCountryCode {
  return Object.hasOwn(countries, code);
}

/** The region of a country; null for Antarctica, where no organisation sits. */
export function regionOf(code: TCountryCode): Region | null {
  const { continent } = countries[code];
  return continent in continents ? regions[continent] : null;
}
