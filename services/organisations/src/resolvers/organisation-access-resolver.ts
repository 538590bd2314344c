import { PageArgs } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { auditLogOf, mandatesOf } from '../loaders/open-to-representatives.js';
import { MandateConnection } from '../types/access-connections.js';
import { AuditEntry, AuditEntryConnection, AuditLogArgs } from '../types/audit-entry.js';
import { Representative } from '../types/mandate.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => Representative, {
    nullable: true,
    description: 'Who did it, as the organisation knows the person; null for the hub itself.',
  })
  actor(@Root() { actor }: AuditEntry) {
    return actor;
  }

  @FieldResolver(() => Representative, { nullable: true, description: 'Whom it was about, if a person.' })
  about(@Root() { about }: AuditEntry) {
    return about;
  }
}

@Resolver(() => Organisation)
export class OrganisationAccessResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description:
      'What was done to and for it, newest first. For whoever holds a mandate of it that is not for one statement only; null for everybody else.',
  })
  auditLog(
    @Root() organisation: Organisation,
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() context: Context,
  ) {
    return auditLogOf(context, organisation, args);
  }

  @FieldResolver(() => MandateConnection, {
    nullable: true,
    description:
      'All mandates that it gave or offered, newest decision first. For its administrators and those of the hub; null for everybody else.',
  })
  mandates(
    @Root() organisation: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ) {
    return mandatesOf(context, organisation, args);
  }
}
