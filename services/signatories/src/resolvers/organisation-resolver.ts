import { type Page, PageArgs } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { SignatureConnection, SigningInvitationConnection } from '../types/connections.js';
import { Organisation } from '../types/organisation.js';
import { SigningInvitationsArgs } from '../types/signing-invitation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => SignatureConnection, { description: 'What it signed publicly, newest day first.' })
  signatures(
    @Root() { id }: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.signaturesByOrganisation.page(id, args, null);
  }
  @FieldResolver(() => SigningInvitationConnection, {
    description:
      'What it was invited to sign, newest first, once that was opened. Shown to those with a mandate of the organisation; empty for everybody else.',
  })
  signingInvitations(
    @Root() { id }: Organisation,
    @Args(() => SigningInvitationsArgs) args: SigningInvitationsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.invitationsByOrganisation.page(id, args, args.state ?? null);
  }
}
