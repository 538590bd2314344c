import { registerEnumType } from 'type-graphql';

export enum AddresseeKind {
  STATES = 'STATES',
  UN_AGENCIES = 'UN_AGENCIES',
  BODY = 'BODY',
  OTHER = 'OTHER',
}

registerEnumType(AddresseeKind, {
  name: 'AddresseeKind',
  description: 'What sort of addressee it is.',
  valuesConfig: {
    STATES: { description: 'One State, several, or all.' },
    UN_AGENCIES: { description: 'Agencies, funds and programmes of the United Nations.' },
    BODY: { description: 'A body that meets, such as a council, a committee or a conference.' },
    OTHER: { description: 'Somebody else, such as companies or the public.' },
  },
});
