import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { DeclineToSignInput, declineToSign } from '../commands/decline-to-sign.js';
import { InviteToSignInput, inviteToSign } from '../commands/invite-to-sign.js';
import {
  WithdrawSigningInvitationInput,
  withdrawSigningInvitation,
} from '../commands/withdraw-signing-invitation.js';
import type { Context } from '../context.js';
import {
  DeclineToSignResult,
  InviteToSignResult,
  WithdrawSigningInvitationResult,
} from '../types/results.js';

@Resolver()
export class InvitationResolver {
  @Mutation(() => InviteToSignResult, {
    description: 'Invites organisations to sign a statement. Coordinators of its coalition only.',
  })
  @Policy(mayChange)
  inviteToSign(
    @Arg('input', () => InviteToSignInput, { description: 'Whom to invite to sign what.' })
    input: InviteToSignInput,
    @Ctx() context: Context,
  ) {
    return context.run(inviteToSign, input);
  }

  @Mutation(() => DeclineToSignResult, {
    description:
      'Answers an invitation with no. Needs the organisation’s mandate to sign; it may sign later.',
  })
  @Policy(mayChange)
  declineToSign(
    @Arg('input', () => DeclineToSignInput, { description: 'Which invitation.' }) input: DeclineToSignInput,
    @Ctx() context: Context,
  ) {
    return context.run(declineToSign, input);
  }

  @Mutation(() => WithdrawSigningInvitationResult, {
    description: 'Takes an invitation to sign back. Coordinators of the statement’s coalition only.',
  })
  @Policy(mayChange)
  withdrawSigningInvitation(
    @Arg('input', () => WithdrawSigningInvitationInput, { description: 'Which invitation.' })
    input: WithdrawSigningInvitationInput,
    @Ctx() context: Context,
  ) {
    return context.run(withdrawSigningInvitation, input);
  }
}
