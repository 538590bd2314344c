import { mayChange, type Page, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CloseForSignatureInput, closeForSignature } from '../commands/close-for-signature.js';
import { OpenForSignatureInput, openForSignature } from '../commands/open-for-signature.js';
import type { Context } from '../context.js';
import { signaturesPage } from '../loaders/signatures-page.js';
import { SignatureConnection, SigningInvitationConnection } from '../types/connections.js';
import { SignaturesArgs } from '../types/filters.js';
import { CloseForSignatureResult, OpenForSignatureResult } from '../types/results.js';
import { SignatoryList } from '../types/signatory-list.js';
import { SignatureCount } from '../types/signature-count.js';
import { Signing } from '../types/signing.js';
import { SigningInvitationsArgs } from '../types/signing-invitation.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver(() => SignatureConnection, { description: 'Who signed it.' })
  signatures(
    @Root() { id }: Statement,
    @Args(() => SignaturesArgs) args: SignaturesArgs,
    @Ctx() context: Context,
  ): Promise<Page<unknown, unknown>> {
    return signaturesPage(context, id, args);
  }

  @FieldResolver(() => SigningInvitationConnection, {
    description:
      'Which organisations were invited to sign it, by name. Shown to coordinators of its coalition; empty for everybody else.',
  })
  invitations(
    @Root() { id }: Statement,
    @Args(() => SigningInvitationsArgs) args: SigningInvitationsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.invitationsByStatement.page(id, args, args.state ?? null);
  }

  @FieldResolver(() => SignatureCount, { description: 'How many signatures stand.' })
  signatureCount(@Root() { id }: Statement, @Ctx() { loaders }: Context) {
    return loaders.countsByStatement.load(id);
  }

  @FieldResolver(() => Signing, { description: 'Whether and until when it can be signed.' })
  signing(@Root() { id }: Statement, @Ctx() { loaders }: Context) {
    return loaders.signingsByStatement.load(id);
  }

  @FieldResolver(() => [SignatoryList], { description: 'Its frozen lists of signatories, oldest first.' })
  lists(@Root() { id }: Statement, @Ctx() { loaders }: Context) {
    return loaders.listsByStatement.load(id);
  }

  @Mutation(() => OpenForSignatureResult, {
    description:
      'Opens a statement for signature, or reopens it for late sign-ons. Coordinators of its coalition only.',
  })
  @Policy(mayChange)
  openForSignature(
    @Arg('input', () => OpenForSignatureInput, { description: 'Which text of what, until when.' })
    input: OpenForSignatureInput,
    @Ctx() context: Context,
  ) {
    return context.run(openForSignature, input);
  }

  @Mutation(() => CloseForSignatureResult, {
    description:
      'Closes a statement for signature and freezes its list. Once it is answered, nobody signs any more. Coordinators of its coalition only.',
  })
  @Policy(mayChange)
  closeForSignature(
    @Arg('input', () => CloseForSignatureInput, { description: 'Which one.' }) input: CloseForSignatureInput,
    @Ctx() context: Context,
  ) {
    return context.run(closeForSignature, input);
  }
}
