import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { CloseForSignatureSuccess } from '../commands/close-for-signature.js';
import { DeclineToSignSuccess } from '../commands/decline-to-sign.js';
import { InviteToSignSuccess } from '../commands/invite-to-sign.js';
import { OpenForSignatureSuccess } from '../commands/open-for-signature.js';
import { ReportPersonSignatureSuccess } from '../commands/report-person-signature.js';
import { SignStatementSuccess } from '../commands/sign-statement.js';
import { WithdrawSignatureSuccess } from '../commands/withdraw-signature.js';
import { WithdrawSigningInvitationSuccess } from '../commands/withdraw-signing-invitation.js';
import {
  AlreadyOpen,
  AlreadySigned,
  MandateMissing,
  RevisionChanged,
  RevisionUnknown,
  SignatureAlreadyWithdrawn,
  SigningInvitationSettled,
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

export const ReportPersonSignatureResult = createUnionType({
  name: 'ReportPersonSignatureResult',
  description: 'What came of reporting that a person signed.',
  types: () =>
    [
      ReportPersonSignatureSuccess,
      StatementNotOpen,
      RevisionChanged,
      RevisionUnknown,
      AlreadySigned,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const InviteToSignResult = createUnionType({
  name: 'InviteToSignResult',
  description: 'What came of inviting organisations to sign.',
  types: () =>
    [InviteToSignSuccess, StatementWithdrawn, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const DeclineToSignResult = createUnionType({
  name: 'DeclineToSignResult',
  description: 'What came of declining to sign.',
  types: () =>
    [
      DeclineToSignSuccess,
      SigningInvitationSettled,
      MandateMissing,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const WithdrawSigningInvitationResult = createUnionType({
  name: 'WithdrawSigningInvitationResult',
  description: 'What came of withdrawing an invitation to sign.',
  types: () =>
    [
      WithdrawSigningInvitationSuccess,
      SigningInvitationSettled,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});
