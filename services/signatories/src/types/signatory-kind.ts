import { registerEnumType } from 'type-graphql';

export enum SignatoryKind {
  ORGANISATION = 'ORGANISATION',
  PERSON = 'PERSON',
}

registerEnumType(SignatoryKind, {
  name: 'SignatoryKind',
  description: 'Who can sign a statement.',
  valuesConfig: {
    ORGANISATION: { description: 'An organisation; a network is one of its own.' },
    PERSON: { description: 'A person in a capacity.' },
  },
});
