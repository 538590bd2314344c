import { DateTimeScalar, Deferred } from '@coalition-hub/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Coalition } from './coalition.js';
import { CoalitionUpdateKind } from './coalition-update-kind.js';
import { Membership } from './membership.js';
import { Organisation } from './organisation.js';
import { CoalitionRoleTerm } from './role-term.js';
import { WorkingGroup } from './working-group.js';

@ObjectType({ description: 'Something that happened to a coalition.' })
export class CoalitionUpdate {
  @Field(() => String, { description: 'The place of this update, to go on from with "after".' })
  readonly cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly occurredAt!: string;

  @Field(() => CoalitionUpdateKind, { description: 'What happened.' })
  readonly kind!: CoalitionUpdateKind;

  @Field(() => Coalition, {
    description: 'The coalition as it is now, with this update and perhaps later ones.',
  })
  @Deferred()
  readonly coalition!: Promise<Coalition>;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that it is about, if about one.',
  })
  @Deferred()
  readonly organisation!: Promise<Organisation | null>;

  @Field(() => Membership, { nullable: true, description: 'The membership that it is about, if about one.' })
  @Deferred()
  readonly membership!: Promise<Membership | null>;

  @Field(() => CoalitionRoleTerm, {
    nullable: true,
    description: 'The term that it is about, if about one that was not called off.',
  })
  @Deferred()
  readonly roleTerm!: Promise<CoalitionRoleTerm | null>;

  @Field(() => WorkingGroup, {
    nullable: true,
    description: 'The working group that it is about, if about one.',
  })
  @Deferred()
  readonly workingGroup!: Promise<WorkingGroup | null>;
}
