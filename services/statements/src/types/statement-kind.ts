import { registerEnumType } from 'type-graphql';

export enum StatementKind {
  JOINT_STATEMENT = 'JOINT_STATEMENT',
  OPEN_LETTER = 'OPEN_LETTER',
  CALL_TO_ACTION = 'CALL_TO_ACTION',
  SUBMISSION = 'SUBMISSION',
}

registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'What sort of document a statement is.',
  valuesConfig: {
    JOINT_STATEMENT: { description: 'Made together before a body, oral or written.' },
    OPEN_LETTER: { description: 'A letter that everybody may read.' },
    CALL_TO_ACTION: { description: 'Demands addressed to States or other bodies.' },
    SUBMISSION: { description: 'A contribution to a procedure, such as a review.' },
  },
});
