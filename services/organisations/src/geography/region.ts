import { registerEnumType } from 'type-graphql';

/** The five regions of UN M49 (https://unstats.un.org/unsd/methodology/m49/), which United Nations lists group by. */
export enum Region {
  AFRICA = 'AFRICA',
  AMERICAS = 'AMERICAS',
  ASIA = 'ASIA',
  EUROPE = 'EUROPE',
  OCEANIA = 'OCEANIA',
}

registerEnumType(Region, {
  name: 'Region',
  description: 'A part of the world, as the United Nations statistics division (M49) draws it.',
  valuesConfig: {
    AFRICA: { description: 'Africa.' },
    AMERICAS: { description: 'North, Central and South America and the Caribbean.' },
    ASIA: { description: 'Asia, with Central and Western Asia: Cyprus, Türkiye and the South Caucasus too.' },
    EUROPE: { description: 'Europe, with all of the Russian Federation.' },
    OCEANIA: { description: 'Australia, New Zealand and the Pacific islands.' },
  },
});
