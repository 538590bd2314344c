import { registerEnumType } from 'type-graphql';

export enum SignatureOrder {
  NAME = 'NAME',
  COUNTRY = 'COUNTRY',
  DATE = 'DATE',
}

registerEnumType(SignatureOrder, {
  name: 'SignatureOrder',
  description: 'In which order to list signatures.',
  valuesConfig: {
    NAME: { description: 'By name as signed.' },
    COUNTRY: { description: 'By country code when they signed, those without one last; then by name.' },
    DATE: { description: 'By day of signing, earliest first; then by name.' },
  },
});
