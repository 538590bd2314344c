import { type Page } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { invitationsOfViewer } from '../loaders/invitations-of-viewer.js';
import { CoalitionInvitationConnection } from '../types/coalition-life-connections.js';
import { InvitationsArgs } from '../types/invitations-args.js';
import { Viewer } from '../types/viewer.js';

@Resolver(() => Viewer)
export class ViewerInvitationsResolver {
  @FieldResolver(() => CoalitionInvitationConnection, {
    description:
      'Invitations that organisations received for which the viewer holds a mandate, newest first.',
  })
  async invitations(
    @Args(() => InvitationsArgs) args: InvitationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<unknown, unknown>> {
    return invitationsOfViewer(context.reads, await context.rights(), context.sealer, args);
  }
}
