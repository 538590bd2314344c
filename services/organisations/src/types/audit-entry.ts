import { CountedConnectionOf, DateScalar, DateTimeScalar, EdgeOf, PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AuditAction } from './audit-action.js';
import { MandateScope, Representative } from './mandate.js';

export enum ActorCapacity {
  REPRESENTATIVE = 'REPRESENTATIVE',
  COORDINATOR = 'COORDINATOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
  OTHER = 'OTHER',
  HUB = 'HUB',
}

registerEnumType(ActorCapacity, {
  name: 'ActorCapacity',
  description: 'By which right somebody acted.',
  valuesConfig: {
    REPRESENTATIVE: { description: 'By a mandate of the organisation.' },
    COORDINATOR: { description: 'As a coordinator of the coalition that it was about.' },
    ADMINISTRATOR: { description: 'As an administrator of the hub.' },
    OTHER: { description: 'Neither: somebody who claims, asks or was invited, or coordinates a coalition.' },
    HUB: { description: 'Whoever runs the hub, at its command line.' },
  },
});

@ObjectType({
  description: 'Something that was done to or for an organisation, for the organisation itself to see.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly organisationId!: string;
  readonly actorId!: string;
  readonly actorName!: string | null;
  readonly aboutId!: string | null;
  readonly aboutName!: string | null;

  @Field(() => AuditAction, { description: 'What was done.' })
  readonly action!: AuditAction;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly occurredAt!: string;

  @Field(() => ActorCapacity, { description: 'By which right.' })
  readonly capacity!: ActorCapacity;

  @Field(() => [MandateScope], { nullable: true, description: 'What the mandate allows that it is about.' })
  readonly scopes!: readonly MandateScope[] | null;

  @Field(() => ID, { nullable: true, description: 'The mandate that it is about.' })
  readonly mandateId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The statement that it is about.' })
  readonly statementId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The signature that it is about.' })
  readonly signatureId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the request that did it, for asking whoever runs the hub; null where none did.',
  })
  readonly requestId!: string | null;

  /** Made where the row is read: only there the key of names is known. */
  readonly actor!: Representative | null;
  readonly about!: Representative | null;
}

@ObjectType({ description: 'An entry of an audit log and its place in it.' })
export class AuditEntryEdge extends EdgeOf(() => AuditEntry) {}

@ObjectType({ description: 'A page of an audit log.' })
export class AuditEntryConnection extends CountedConnectionOf(() => AuditEntryEdge) {}

@InputType({ description: 'Which entries of an audit log to list; conditions add up.' })
export class AuditLogFilter {
  @Field(() => [AuditAction], { nullable: true, description: 'Of one of these kinds.' })
  actions?: AuditAction[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day (UTC) or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day (UTC) or earlier.' })
  until?: string | null;
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => AuditLogFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: AuditLogFilter | null;
}
