import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AnswerInvitationInput, answerInvitation } from '../commands/answer-invitation.js';
import { InviteOrganisationInput, inviteOrganisation } from '../commands/invite-organisation.js';
import { WithdrawInvitationInput, withdrawInvitation } from '../commands/withdraw-invitation.js';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { CoalitionInvitation } from '../types/coalition-invitation.js';
import {
  AnswerInvitationResult,
  InviteOrganisationResult,
  WithdrawInvitationResult,
} from '../types/coalition-life-results.js';
import { Membership } from '../types/membership.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => CoalitionInvitation)
export class CoalitionInvitationResolver {
  @FieldResolver(() => Coalition, { description: 'Who asks.' })
  coalition(@Root() { coalitionId }: CoalitionInvitation, @Ctx() { loaders }: Context) {
    return loaders.coalitionsById.load(coalitionId);
  }

  @FieldResolver(() => Organisation, { description: 'Who is asked.' })
  organisation(@Root() { organisationId }: CoalitionInvitation, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @FieldResolver(() => Membership, {
    nullable: true,
    description: 'The membership that accepting it made; null otherwise.',
  })
  membership(@Root() { membershipId }: CoalitionInvitation, @Ctx() { loaders }: Context) {
    return membershipId === null ? null : loaders.membershipsById.load(membershipId);
  }

  @Mutation(() => InviteOrganisationResult, {
    description: 'Asks an organisation to join a coalition. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  inviteOrganisation(
    @Arg('input', () => InviteOrganisationInput, { description: 'Who is asked into what.' })
    input: InviteOrganisationInput,
    @Ctx() context: Context,
  ) {
    return context.run(inviteOrganisation, input);
  }

  @Mutation(() => AnswerInvitationResult, {
    description: 'Accepts or declines an invitation. Whoever holds a mandate of the invited organisation.',
  })
  @Policy(mayChange)
  answerInvitation(
    @Arg('input', () => AnswerInvitationInput, { description: 'The answer.' }) input: AnswerInvitationInput,
    @Ctx() context: Context,
  ) {
    return context.run(answerInvitation, input);
  }

  @Mutation(() => WithdrawInvitationResult, {
    description: 'Takes an invitation back before it is answered. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  withdrawInvitation(
    @Arg('input', () => WithdrawInvitationInput, { description: 'Which one.' })
    input: WithdrawInvitationInput,
    @Ctx() context: Context,
  ) {
    return context.run(withdrawInvitation, input);
  }
}
