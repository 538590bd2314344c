import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CloseForSignatureSuccess } from '../commands/close-for-signature.js';
import { DeclineToSignSuccess } from '../commands/decline-to-sign.js';
import { InviteToSignSuccess } from '../commands/invite-to-sign.js';
import { OpenForSignatureSuccess } from '../commands/open-for-signature.js';
import { ReportPersonSignatureSuccess } from '../commands/report-person-signature.js';
import { SignStatementSuccess } from '../commands/sign-statement.js';
import { WithdrawSignatureSuccess } from '../commands/withdraw-signature.js';
import { WithdrawSigningInvitationSuccess } from '../commands/withdraw-signing-invitation.js';
import type { Context } from '../context.js';
import { SignatoryList } from '../types/signatory-list.js';
import { Signature } from '../types/signature.js';
import { Signing } from '../types/signing.js';
import { SigningInvitation } from '../types/signing-invitation.js';

@Resolver(() => OpenForSignatureSuccess)
export class OpenForSignatureSuccessResolver {
  @FieldResolver(() => Signing, { description: 'The signing window.' })
  signing(@Root() { statementId }: OpenForSignatureSuccess, @Ctx() { loaders }: Context) {
    return loaders.signingsByStatement.load(statementId);
  }
}

@Resolver(() => CloseForSignatureSuccess)
export class CloseForSignatureSuccessResolver {
  @FieldResolver(() => SignatoryList, { description: 'The list that was frozen.' })
  list(@Root() { listId }: CloseForSignatureSuccess, @Ctx() { loaders }: Context) {
    return loaders.listsById.load(listId);
  }
}

@Resolver(() => SignStatementSuccess)
export class SignStatementSuccessResolver {
  @FieldResolver(() => Signature, { description: 'The signature.' })
  signature(@Root() { signatureId }: SignStatementSuccess, @Ctx() { loaders }: Context) {
    return loaders.signaturesById.load(signatureId);
  }
}

@Resolver(() => WithdrawSignatureSuccess)
export class WithdrawSignatureSuccessResolver {
  @FieldResolver(() => Signature, { description: 'The signature that was withdrawn.' })
  signature(@Root() { signatureId }: WithdrawSignatureSuccess, @Ctx() { loaders }: Context) {
    return loaders.signaturesById.load(signatureId);
  }
}

@Resolver(() => ReportPersonSignatureSuccess)
export class ReportPersonSignatureSuccessResolver {
  @FieldResolver(() => Signature, { description: 'The signature.' })
  signature(@Root() { signatureId }: ReportPersonSignatureSuccess, @Ctx() { loaders }: Context) {
    return loaders.signaturesById.load(signatureId);
  }
}

@Resolver(() => InviteToSignSuccess)
export class InviteToSignSuccessResolver {
  @FieldResolver(() => [SigningInvitation], {
    description: 'The invitations of the organisations named, in their order, new or not.',
  })
  invitations(@Root() { invitationIds }: InviteToSignSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.loadMany(invitationIds);
  }
}

@Resolver(() => DeclineToSignSuccess)
export class DeclineToSignSuccessResolver {
  @FieldResolver(() => SigningInvitation, { description: 'The invitation that was declined.' })
  invitation(@Root() { invitationId }: DeclineToSignSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.load(invitationId);
  }
}

@Resolver(() => WithdrawSigningInvitationSuccess)
export class WithdrawSigningInvitationSuccessResolver {
  @FieldResolver(() => SigningInvitation, { description: 'The invitation that was withdrawn.' })
  invitation(@Root() { invitationId }: WithdrawSigningInvitationSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.load(invitationId);
  }
}
