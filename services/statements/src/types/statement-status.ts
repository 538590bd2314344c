import { registerEnumType } from 'type-graphql';

export enum StatementStatus {
  DRAFT = 'DRAFT',
  CONSULTATION = 'CONSULTATION',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  DELIVERED = 'DELIVERED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(StatementStatus, {
  name: 'StatementStatus',
  description: 'Where a statement stands in its life.',
  valuesConfig: {
    DRAFT: { description: 'Being written; open to its coalition’s coordinators and to co-authors only.' },
    CONSULTATION: {
      description:
        'Being written; open to members of its coalition as well, who may comment and propose amendments.',
    },
    OPEN: { description: 'Can be signed; after a delivery this is for late sign-ons.' },
    CLOSED: {
      description: 'Signing has ended, by its deadline or before, and the statement was not delivered yet.',
    },
    DELIVERED: { description: 'Was delivered, and cannot be signed now.' },
    WITHDRAWN: { description: 'Taken back by its coalition, for good.' },
  },
});
