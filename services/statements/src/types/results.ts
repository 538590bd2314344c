import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AddTranslationSuccess } from '../commands/add-translation.js';
import { CommentOnStatementSuccess } from '../commands/comment-on-statement.js';
import { CreateStatementSuccess } from '../commands/create-statement.js';
import { DecideAmendmentSuccess } from '../commands/decide-amendment.js';
import { ProposeAmendmentSuccess } from '../commands/propose-amendment.js';
import { ReviseStatementSuccess } from '../commands/revise-statement.js';
import { StartConsultationSuccess } from '../commands/start-consultation.js';
import { WithdrawStatementSuccess } from '../commands/withdraw-statement.js';
import {
  AlreadyWithdrawn,
  AmendmentConflict,
  AmendmentDecided,
  ConsultationStarted,
  RevisionOutdated,
  StatementNotEditable,
  TranslationStands,
} from './refusals.js';

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

export const StartConsultationResult = createUnionType({
  name: 'StartConsultationResult',
  description: 'What came of starting a consultation.',
  types: () =>
    [
      StartConsultationSuccess,
      ConsultationStarted,
      StatementNotEditable,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const ProposeAmendmentResult = createUnionType({
  name: 'ProposeAmendmentResult',
  description: 'What came of proposing an amendment.',
  types: () =>
    [ProposeAmendmentSuccess, StatementNotEditable, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const DecideAmendmentResult = createUnionType({
  name: 'DecideAmendmentResult',
  description: 'What came of deciding on an amendment.',
  types: () =>
    [
      DecideAmendmentSuccess,
      AmendmentDecided,
      AmendmentConflict,
      StatementNotEditable,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const CommentOnStatementResult = createUnionType({
  name: 'CommentOnStatementResult',
  description: 'What came of commenting on a draft.',
  types: () =>
    [CommentOnStatementSuccess, StatementNotEditable, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const AddTranslationResult = createUnionType({
  name: 'AddTranslationResult',
  description: 'What came of adding a translation.',
  types: () =>
    [
      AddTranslationSuccess,
      TranslationStands,
      StatementNotEditable,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});
