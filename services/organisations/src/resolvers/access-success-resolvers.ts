import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AcceptMandateSuccess } from '../commands/accept-mandate.js';
import { AnswerMandateRequestSuccess } from '../commands/answer-mandate-request.js';
import { ClaimOrganisationSuccess } from '../commands/claim-organisation.js';
import { ConfirmClaimSuccess } from '../commands/confirm-claim.js';
import { DeclineMandateSuccess } from '../commands/decline-mandate.js';
import { InviteRepresentativeSuccess } from '../commands/invite-representative.js';
import { RequestMandateSuccess } from '../commands/request-mandate.js';
import type { Context } from '../context.js';
import { mandateShown } from '../loaders/mandate-shown.js';
import { OrganisationClaim } from '../types/claim.js';
import { Mandate } from '../types/mandate.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => InviteRepresentativeSuccess)
export class InviteRepresentativeSuccessResolver {
  @FieldResolver(() => Mandate, { description: 'The offered mandate.' })
  mandate(@Root() { mandateId }: InviteRepresentativeSuccess, @Ctx() { loaders }: Context) {
    return mandateShown(loaders, mandateId);
  }
}

@Resolver(() => AcceptMandateSuccess)
export class AcceptMandateSuccessResolver {
  @FieldResolver(() => Mandate, { description: 'The mandate.' })
  mandate(@Root() { mandateId }: AcceptMandateSuccess, @Ctx() { loaders }: Context) {
    return mandateShown(loaders, mandateId);
  }
}

@Resolver(() => DeclineMandateSuccess)
export class DeclineMandateSuccessResolver {
  @FieldResolver(() => Mandate, { description: 'The declined mandate.' })
  mandate(@Root() { mandateId }: DeclineMandateSuccess, @Ctx() { loaders }: Context) {
    return mandateShown(loaders, mandateId);
  }
}

@Resolver(() => ClaimOrganisationSuccess)
export class ClaimOrganisationSuccessResolver {
  @FieldResolver(() => Organisation, { description: 'What is claimed.' })
  organisation(@Root() { organisationId }: ClaimOrganisationSuccess, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }
}

@Resolver(() => ConfirmClaimSuccess)
export class ConfirmClaimSuccessResolver {
  @FieldResolver(() => OrganisationClaim, { nullable: true, description: 'The claim.' })
  claim(@Root() { claimId }: ConfirmClaimSuccess, @Ctx() { loaders }: Context) {
    return loaders.claimsById.load(claimId);
  }
}

@Resolver(() => RequestMandateSuccess)
export class RequestMandateSuccessResolver {
  @FieldResolver(() => OrganisationClaim, { nullable: true, description: 'The request.' })
  claim(@Root() { claimId }: RequestMandateSuccess, @Ctx() { loaders }: Context) {
    return loaders.claimsById.load(claimId);
  }
}

@Resolver(() => AnswerMandateRequestSuccess)
export class AnswerMandateRequestSuccessResolver {
  @FieldResolver(() => OrganisationClaim, {
    nullable: true,
    description: 'The claim; null on a repeat, if it is not open to the viewer any more.',
  })
  claim(@Root() { claimId }: AnswerMandateRequestSuccess, @Ctx() { loaders }: Context) {
    return loaders.claimsById.load(claimId);
  }
}
