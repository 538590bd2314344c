import { type Command, DateScalar, type PersonalSealer, unauthenticated } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ClaimRecord } from '../entities/claim-record.js';
import type { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { canClaim } from '../policies/can-claim.js';
import { AlreadyRequested } from '../types/access-refusals.js';
import { ClaimState, ClaimWay } from '../types/claim.js';
import { requireRoomForClaim } from './claims-in-bounds.js';
import { cleanDecision } from './mandate-details.js';
import { sealedNameOf } from './name-representative.js';
import { requireOrganisation } from './require-organisation.js';

@InputType({
  description: 'A mandate to administer an organisation, asked for by the person who is to have it.',
})
export class RequestMandateInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What whoever decides should know you by, 100 characters at most.',
  })
  name?: string | null;

  @Field(() => DateScalar, { description: 'When the organisation decided.' })
  decidedOn!: string;

  @Field(() => String, { description: 'Which body of the organisation decided, such as "Board".' })
  decidedBy!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the decision can be found, such as the number of the minutes, 200 characters at most.',
  })
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({
  description: 'The request waits. The same answer whether or not the organisation has been claimed.',
})
export class RequestMandateSuccess {
  claimId!: string;
}

export function requestMandate(
  personal: PersonalSealer,
): Command<Tables, RequestMandateInput, OrganisationRecord, RequestMandateSuccess> {
  return {
    name: 'requestMandate',
    subject: 'organisation',
    success: RequestMandateSuccess,
    load: (scope, { organisationId }) => requireOrganisation(scope, organisationId),
    policy: canClaim,
    async change(scope, { id: organisationId }, input) {
      const { personId } = scope.rights;
      if (personId === null) throw unauthenticated();
      await requireRoomForClaim(scope, personId, ClaimWay.REQUEST);
      const now = await scope.now();
      const decision = cleanDecision(input, now.slice(0, 10));
      const sealedName = await sealedNameOf(scope.sql, personal, personId, input.name);
      const claim = Object.assign(new ClaimRecord(), {
        ...decision,
        ...{
          id: scope.newId('claim'),
          organisationId,
          personId,
          claimedBy: personId,
          claimedAt: now,
          sealedName,
        },
        ...{ way: ClaimWay.REQUEST, state: ClaimState.PENDING, domain: null, confirmBy: null },
        ...{ answeredAt: null, answeredBy: null, reason: null, mandateId: null },
      });
      scope.em.persist(claim);
      await scope.flush({ organisation_claim_pending: () => new AlreadyRequested() });
      scope.note({ claimId: claim.id, about: personId });
      const data = { claimId: claim.id, organisationId, personId };
      scope.emit({ type: 'CLAIM_MADE', subject: claim.id, data });
      return Object.assign(new RequestMandateSuccess(), { claimId: claim.id });
    },
  };
}
