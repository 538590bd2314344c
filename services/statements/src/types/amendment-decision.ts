import { registerEnumType } from 'type-graphql';

export enum AmendmentDecision {
  ACCEPT = 'ACCEPT',
  REJECT = 'REJECT',
}

registerEnumType(AmendmentDecision, {
  name: 'AmendmentDecision',
  description: 'What to do about an amendment.',
  valuesConfig: {
    ACCEPT: { description: 'Make the next revision of it.' },
    REJECT: { description: 'Leave the text as it is.' },
  },
});
