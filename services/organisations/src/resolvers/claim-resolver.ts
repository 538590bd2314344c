import { mayChange, type Page, Policy, signedIn } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AnswerMandateRequestInput, answerMandateRequest } from '../commands/answer-mandate-request.js';
import { ClaimOrganisationInput, claimOrganisation } from '../commands/claim-organisation.js';
import { ConfirmClaimInput, confirmClaim } from '../commands/confirm-claim.js';
import { RequestMandateInput, requestMandate } from '../commands/request-mandate.js';
import type { Context } from '../context.js';
import { claimsPage } from '../loaders/claims.js';
import { representativeOf } from '../loaders/representative.js';
import { OrganisationClaimConnection } from '../types/access-connections.js';
import {
  AnswerMandateRequestResult,
  ClaimOrganisationResult,
  ConfirmClaimResult,
  RequestMandateResult,
} from '../types/access-results.js';
import { OrganisationClaim } from '../types/claim.js';
import { ClaimsArgs } from '../types/claims-args.js';
import { Mandate, Representative } from '../types/mandate.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => OrganisationClaim)
export class ClaimResolver {
  @Query(() => OrganisationClaimConnection, {
    description:
      'Claims and requests that the viewer may decide on, newest first; empty for who has nothing to decide.',
  })
  @Policy(signedIn)
  async organisationClaims(
    @Args(() => ClaimsArgs) args: ClaimsArgs,
    @Ctx() context: Context,
  ): Promise<Page<unknown, unknown>> {
    return claimsPage(context.reads, await context.rights(), context.sealer, args);
  }

  @FieldResolver(() => Organisation, { description: 'What is claimed.' })
  organisation(@Root() { organisationId }: OrganisationClaim, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => Representative, {
    description: 'Who is to administer it; the name is the person’s own.',
  })
  representative(@Root() claim: OrganisationClaim, @Ctx() { tools }: Context) {
    return representativeOf(tools.personal, claim);
  }

  @FieldResolver(() => Mandate, {
    nullable: true,
    description:
      'What granting it made, for the person and the organisation’s administrators; null otherwise.',
  })
  mandate(@Root() { mandateId }: OrganisationClaim, @Ctx() { loaders }: Context) {
    return mandateId === null ? null : loaders.mandatesById.load(mandateId);
  }

  @Mutation(() => ClaimOrganisationResult, {
    description:
      'Names a mailbox at an organisation’s own domain as that of its administrator. Whoever is signed in.',
  })
  @Policy(mayChange)
  claimOrganisation(
    @Arg('input', () => ClaimOrganisationInput, { description: 'Which one, and the mailbox.' })
    input: ClaimOrganisationInput,
    @Ctx() context: Context,
  ) {
    return context.run(claimOrganisation(context.tools.persons), input);
  }

  @Mutation(() => ConfirmClaimResult, {
    description: 'Confirms a claim. Only whoever is signed in with the mailbox that it names.',
  })
  @Policy(mayChange)
  confirmClaim(
    @Arg('input', () => ConfirmClaimInput, { description: 'Which one.' }) input: ConfirmClaimInput,
    @Ctx() context: Context,
  ) {
    return context.run(confirmClaim, input);
  }

  @Mutation(() => RequestMandateResult, {
    description:
      'Asks those who know to confirm that the viewer administers an organisation: its administrators, coordinators of its coalitions, administrators of the hub.',
  })
  @Policy(mayChange)
  requestMandate(
    @Arg('input', () => RequestMandateInput, { description: 'Which one, and its decision.' })
    input: RequestMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(requestMandate(context.tools.personal), input);
  }

  @Mutation(() => AnswerMandateRequestResult, {
    description:
      'Grants or refuses a request, or a contested claim. Administrators of the organisation and of the hub; coordinators of a coalition to which it belongs, for requests.',
  })
  @Policy(mayChange)
  answerMandateRequest(
    @Arg('input', () => AnswerMandateRequestInput, { description: 'The decision.' })
    input: AnswerMandateRequestInput,
    @Ctx() context: Context,
  ) {
    return context.run(answerMandateRequest, input);
  }
}
