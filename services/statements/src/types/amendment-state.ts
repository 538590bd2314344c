import { registerEnumType } from 'type-graphql';

export enum AmendmentState {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
}

registerEnumType(AmendmentState, {
  name: 'AmendmentState',
  description: 'What became of an amendment.',
  valuesConfig: {
    OPEN: { description: 'Nobody decided on it yet.' },
    ACCEPTED: { description: 'It made a revision.' },
    REJECTED: { description: 'The text stayed as it was.' },
  },
});
