import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { CloseForSignatureSuccess } from '../commands/close-for-signature.js';
import { OpenForSignatureSuccess } from '../commands/open-for-signature.js';
import { SignStatementSuccess } from '../commands/sign-statement.js';
import { WithdrawSignatureSuccess } from '../commands/withdraw-signature.js';
import {
  AlreadyOpen,
  AlreadySigned,
  MandateMissing,
  RevisionChanged,
  RevisionUnknown,
  SignatureAlreadyWithdrawn,
  StatementNotOpen,
  StatementWithdrawn,
} from './refusals.js';

export const OpenForSignatureResult = createUnionType({
  name: 'OpenForSignatureResult',
  description: 'What came of opening a statement for signature.',
  types: () =>
    [
      OpenForSignatureSuccess,
      AlreadyOpen,
      StatementWithdrawn,
      RevisionChanged,
      RevisionUnknown,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const CloseForSignatureResult = createUnionType({
  name: 'CloseForSignatureResult',
  description: 'What came of closing a statement for signature.',
  types: () =>
    [CloseForSignatureSuccess, StatementNotOpen, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const SignStatementResult = createUnionType({
  name: 'SignStatementResult',
  description: 'What came of signing.',
  types: () =>
    [
      SignStatementSuccess,
      StatementNotOpen,
      RevisionChanged,
      RevisionUnknown,
      AlreadySigned,
      MandateMissing,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const WithdrawSignatureResult = createUnionType({
  name: 'WithdrawSignatureResult',
  description: 'What came of withdrawing a signature.',
  types: () =>
    [
      WithdrawSignatureSuccess,
      SignatureAlreadyWithdrawn,
      MandateMissing,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});
