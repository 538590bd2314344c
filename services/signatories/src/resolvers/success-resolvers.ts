import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CloseForSignatureSuccess } from '../commands/close-for-signature.js';
import { OpenForSignatureSuccess } from '../commands/open-for-signature.js';
import { SignStatementSuccess } from '../commands/sign-statement.js';
import { WithdrawSignatureSuccess } from '../commands/withdraw-signature.js';
import type { Context } from '../context.js';
import { SignatoryList } from '../types/signatory-list.js';
import { Signature } from '../types/signature.js';
import { Signing } from '../types/signing.js';

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
