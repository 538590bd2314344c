import { registerEnumType } from 'type-graphql';

export enum VenueStanding {
  ECOSOC_GENERAL = 'ECOSOC_GENERAL',
  ECOSOC_SPECIAL = 'ECOSOC_SPECIAL',
  ECOSOC_ROSTER = 'ECOSOC_ROSTER',
  ACHPR_OBSERVER = 'ACHPR_OBSERVER',
  NONE = 'NONE',
}

registerEnumType(VenueStanding, {
  name: 'VenueStanding',
  description: 'How a body knows an organisation.',
  valuesConfig: {
    ECOSOC_GENERAL: { description: 'General consultative status with the Economic and Social Council.' },
    ECOSOC_SPECIAL: { description: 'Special consultative status with the Economic and Social Council.' },
    ECOSOC_ROSTER: { description: 'On the roster of the Economic and Social Council.' },
    ACHPR_OBSERVER: {
      description: 'Observer status with the African Commission on Human and Peoples’ Rights.',
    },
    NONE: { description: 'Without a status.' },
  },
});
