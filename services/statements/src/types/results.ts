import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { CreateStatementSuccess } from '../commands/create-statement.js';
import { ReviseStatementSuccess } from '../commands/revise-statement.js';
import { WithdrawStatementSuccess } from '../commands/withdraw-statement.js';
import { AlreadyWithdrawn, RevisionOutdated, StatementNotEditable } from './refusals.js';

export const CreateStatementResult = createUnionType({
  name: 'CreateStatementResult',
  description: 'What came of creating a statement.',
  types: () => [CreateStatementSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const ReviseStatementResult = createUnionType({
  name: 'ReviseStatementResult',
  description: 'What came of revising a statement.',
  types: () =>
    [
      ReviseStatementSuccess,
      StatementNotEditable,
      RevisionOutdated,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const WithdrawStatementResult = createUnionType({
  name: 'WithdrawStatementResult',
  description: 'What came of withdrawing a statement.',
  types: () =>
    [WithdrawStatementSuccess, AlreadyWithdrawn, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});
