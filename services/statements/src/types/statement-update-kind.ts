import { registerEnumType } from 'type-graphql';

export enum StatementUpdateKind {
  CREATED = 'CREATED',
  REVISED = 'REVISED',
  CONSULTATION_STARTED = 'CONSULTATION_STARTED',
  AMENDMENT_PROPOSED = 'AMENDMENT_PROPOSED',
  AMENDMENT_DECIDED = 'AMENDMENT_DECIDED',
  OPENED = 'OPENED',
  CLOSED = 'CLOSED',
  DELIVERED = 'DELIVERED',
  SIGNED = 'SIGNED',
  SIGNATURE_WITHDRAWN = 'SIGNATURE_WITHDRAWN',
  SIGNATURE_REPEATED = 'SIGNATURE_REPEATED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(StatementUpdateKind, {
  name: 'StatementUpdateKind',
  description: 'What happened to a statement.',
  valuesConfig: {
    CREATED: { description: 'It was written down, with its first revision.' },
    REVISED: { description: 'It got another revision.' },
    CONSULTATION_STARTED: {
      description: 'Members of the coalition were let in to read and comment the draft.',
    },
    AMENDMENT_PROPOSED: { description: 'Somebody proposed to change a passage of the draft.' },
    AMENDMENT_DECIDED: { description: 'An amendment was accepted or rejected.' },
    OPENED: { description: 'It was opened for signature, the first time or again.' },
    CLOSED: { description: 'Signing ended, and a list was frozen.' },
    DELIVERED: { description: 'It was delivered.' },
    SIGNED: {
      description:
        'An organisation or a person signed in public, or confirmed what a coordinator had reported.',
    },
    SIGNATURE_WITHDRAWN: { description: 'A public signature was withdrawn.' },
    SIGNATURE_REPEATED: {
      description:
        'A public signature does not count any more: its organisation turned out to be one that had signed too.',
    },
    WITHDRAWN: { description: 'The statement was withdrawn.' },
  },
});
