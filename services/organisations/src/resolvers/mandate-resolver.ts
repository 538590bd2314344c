import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AcceptMandateInput, acceptMandate } from '../commands/accept-mandate.js';
import { DeclineMandateInput, declineMandate } from '../commands/decline-mandate.js';
import { GrantMandateInput, grantMandate } from '../commands/grant-mandate.js';
import { InviteRepresentativeInput, inviteRepresentative } from '../commands/invite-representative.js';
import { RevokeMandateInput, revokeMandate } from '../commands/revoke-mandate.js';
import type { Context } from '../context.js';
import { representativeOf } from '../loaders/representative.js';
import {
  AcceptMandateResult,
  DeclineMandateResult,
  InviteRepresentativeResult,
} from '../types/access-results.js';
import { Mandate, Representative } from '../types/mandate.js';
import { Organisation } from '../types/organisation.js';
import { GrantMandateResult, RevokeMandateResult } from '../types/results.js';

@Resolver(() => Mandate)
export class MandateResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation it is for.' })
  organisation(@Root() { organisationId }: Mandate, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => Representative, { description: 'Who holds it, as the organisation knows the person.' })
  representative(@Root() mandate: Mandate, @Ctx() { tools }: Context) {
    return representativeOf(tools.personal, mandate);
  }

  @Mutation(() => InviteRepresentativeResult, {
    description:
      'Offers a person a mandate, who accepts it when signed in with the mailbox. The organisation’s administrators only.',
  })
  @Policy(mayChange)
  inviteRepresentative(
    @Arg('input', () => InviteRepresentativeInput, { description: 'Who may do what for whom.' })
    input: InviteRepresentativeInput,
    @Ctx() context: Context,
  ) {
    return context.run(inviteRepresentative(context.tools), input);
  }

  @Mutation(() => AcceptMandateResult, {
    description: 'Accepts an offered mandate. Only whom it was offered.',
  })
  @Policy(mayChange)
  acceptMandate(
    @Arg('input', () => AcceptMandateInput, { description: 'Which one.' }) input: AcceptMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(acceptMandate, input);
  }

  @Mutation(() => DeclineMandateResult, {
    description: 'Declines an offered mandate. Only whom it was offered.',
  })
  @Policy(mayChange)
  declineMandate(
    @Arg('input', () => DeclineMandateInput, { description: 'Which one.' }) input: DeclineMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(declineMandate, input);
  }

  @Mutation(() => GrantMandateResult, {
    description:
      'Records that a person may act for an organisation. Its administrators and those of the hub.',
  })
  @Policy(mayChange)
  grantMandate(
    @Arg('input', () => GrantMandateInput, { description: 'Who may do what for whom.' })
    input: GrantMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(grantMandate(context.tools), input);
  }

  @Mutation(() => RevokeMandateResult, {
    description:
      'Takes a mandate away, or an offer back. The organisation’s administrators and those of the hub.',
  })
  @Policy(mayChange)
  revokeMandate(
    @Arg('input', () => RevokeMandateInput, { description: 'Which one.' }) input: RevokeMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(revokeMandate, input);
  }
}
