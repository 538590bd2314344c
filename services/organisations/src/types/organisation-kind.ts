import { registerEnumType } from 'type-graphql';

export enum OrganisationKind {
  ASSOCIATION = 'ASSOCIATION',
  NETWORK = 'NETWORK',
  CHAPTER = 'CHAPTER',
  FOUNDATION = 'FOUNDATION',
  TRADE_UNION = 'TRADE_UNION',
  INSTITUTION = 'INSTITUTION',
  INTERGOVERNMENTAL = 'INTERGOVERNMENTAL',
  OTHER = 'OTHER',
}

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What sort of body an organisation is.',
  valuesConfig: {
    ASSOCIATION: { description: 'Of people: an association, a society, a movement.' },
    NETWORK: { description: 'Of organisations. It counts once; its constituents sign for themselves.' },
    CHAPTER: { description: 'The part of a larger body in a place: a section, a branch.' },
    FOUNDATION: { description: 'A foundation or trust.' },
    TRADE_UNION: { description: 'A trade union or a federation of them.' },
    INSTITUTION: {
      description: 'A university, research institute, church or national human rights institution.',
    },
    INTERGOVERNMENTAL: {
      description: 'Made by States: an agency or office of the United Nations, a regional body.',
    },
    OTHER: { description: 'Anything else.' },
  },
});
