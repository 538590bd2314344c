import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AcceptMandateSuccess } from '../commands/accept-mandate.js';
import { AnswerMandateRequestSuccess } from '../commands/answer-mandate-request.js';
import { ClaimOrganisationSuccess } from '../commands/claim-organisation.js';
import { ConfirmClaimSuccess } from '../commands/confirm-claim.js';
import { DeclineMandateSuccess } from '../commands/decline-mandate.js';
import { InviteRepresentativeSuccess } from '../commands/invite-representative.js';
import { RequestMandateSuccess } from '../commands/request-mandate.js';
import { AlreadyRequested, ClaimNotPending, OfferNotPending, TooManyClaims } from './access-refusals.js';

export const InviteRepresentativeResult = createUnionType({
  name: 'InviteRepresentativeResult',
  description: 'What came of inviting a representative.',
  types: () => [InviteRepresentativeSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const AcceptMandateResult = createUnionType({
  name: 'AcceptMandateResult',
  description: 'What came of accepting a mandate.',
  types: () => [AcceptMandateSuccess, OfferNotPending, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

export const DeclineMandateResult = createUnionType({
  name: 'DeclineMandateResult',
  description: 'What came of declining a mandate.',
  types: () =>
    [DeclineMandateSuccess, OfferNotPending, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

export const ClaimOrganisationResult = createUnionType({
  name: 'ClaimOrganisationResult',
  description: 'What came of claiming an organisation.',
  types: () =>
    [ClaimOrganisationSuccess, TooManyClaims, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const ConfirmClaimResult = createUnionType({
  name: 'ConfirmClaimResult',
  description: 'What came of confirming a claim.',
  types: () => [ConfirmClaimSuccess, ClaimNotPending, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

export const RequestMandateResult = createUnionType({
  name: 'RequestMandateResult',
  description: 'What came of asking for a mandate.',
  types: () =>
    [
      RequestMandateSuccess,
      AlreadyRequested,
      TooManyClaims,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const AnswerMandateRequestResult = createUnionType({
  name: 'AnswerMandateRequestResult',
  description: 'What came of deciding on a request for a mandate.',
  types: () =>
    [AnswerMandateRequestSuccess, ClaimNotPending, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});
