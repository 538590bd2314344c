import { type Page, PageArgs, sealFeedCursor } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import {
  CoalitionInvitationConnection,
  CoalitionRoleTermConnection,
} from '../types/coalition-life-connections.js';
import { InvitationsArgs } from '../types/invitations-args.js';
import { OnDayArgs } from '../types/on-day-args.js';
import { CoalitionRoleTerm } from '../types/role-term.js';
import { WorkingGroup } from '../types/working-group.js';

@Resolver(() => Coalition)
export class CoalitionLifeResolver {
  @FieldResolver(() => [CoalitionRoleTerm], {
    description: 'Who holds which role as of a day: chair or co-chairs first; 200 at most.',
  })
  roleTerms(
    @Root() { id }: Coalition,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.roleTermsOnDay.load({ parent: id, asOf: asOf ?? null });
  }

  @FieldResolver(() => CoalitionRoleTermConnection, {
    description: 'All terms in roles, past and coming ones too, oldest first.',
  })
  roleHistory(
    @Root() { id }: Coalition,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.roleTermsByCoalition.page(id, args, null);
  }

  @FieldResolver(() => [WorkingGroup], { description: 'Working groups as of a day, by name; 200 at most.' })
  workingGroups(
    @Root() { id }: Coalition,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.workingGroupsOnDay.load({ parent: id, asOf: asOf ?? null });
  }

  @FieldResolver(() => CoalitionInvitationConnection, {
    description: 'Invitations that it sent, newest first; for its coordinators, empty for everybody else.',
  })
  invitations(
    @Root() { id }: Coalition,
    @Args(() => InvitationsArgs) args: InvitationsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.invitationsByCoalition.page(id, args, { state: args.state ?? null });
  }

  @FieldResolver(() => String, {
    description: 'Where its updates stand now: to subscribe from, with "after", without missing one.',
  })
  updateCursor(@Root() { id, updatedTo }: Coalition, @Ctx() { sealer }: Context): string {
    return sealFeedCursor(sealer, id, updatedTo);
  }
}
