import { registerEnumType } from 'type-graphql';

/** The same values as everywhere in the graph: an enum that is put in and given out may not differ (Federation 2). */
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
