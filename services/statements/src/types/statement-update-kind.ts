import { registerEnumType } from 'type-graphql';

export enum StatementUpdateKind {
  CREATED = 'CREATED',
  REVISED = 'REVISED',
  OPENED = 'OPENED',
  CLOSED = 'CLOSED',
  DELIVERED = 'DELIVERED',
  SIGNED = 'SIGNED',
  SIGNATURE_WITHDRAWN = 'SIGNATURE_WITHDRAWN',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(StatementUpdateKind, {
  name: 'StatementUpdateKind',
  description: 'What happened to a statement.',
  valuesConfig: {
    CREATED: { description: 'It was written down, with its first revision.' },
    REVISED: { description: 'It got another revision.' },
    OPENED: { description: 'It was opened for signature, the first time or again.' },
    CLOSED: { description: 'Signing ended, and a list was frozen.' },
    DELIVERED: { description: 'It was delivered.' },
    SIGNED: { description: 'An organisation signed in public.' },
    SIGNATURE_WITHDRAWN: { description: 'A public signature was withdrawn.' },
    WITHDRAWN: { description: 'The statement was withdrawn.' },
  },
});
