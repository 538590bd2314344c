import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { AlreadySigned, SignatureAlreadyWithdrawn } from '../types/refusals.js';
import { Signature } from '../types/signature.js';

@Resolver(() => AlreadySigned)
export class AlreadySignedResolver {
  @FieldResolver(() => Signature, { description: 'The signature that stands.' })
  signature(@Root() { signatureId }: AlreadySigned, @Ctx() { loaders }: Context) {
    return loaders.signaturesById.load(signatureId);
  }
}

@Resolver(() => SignatureAlreadyWithdrawn)
export class SignatureAlreadyWithdrawnResolver {
  @FieldResolver(() => Signature, { description: 'The signature that was withdrawn.' })
  signature(@Root() { signatureId }: SignatureAlreadyWithdrawn, @Ctx() { loaders }: Context) {
    return loaders.signaturesById.load(signatureId);
  }
}
