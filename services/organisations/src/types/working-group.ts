import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum WorkingGroupRole {
  CHAIR = 'CHAIR',
  MEMBER = 'MEMBER',
}

registerEnumType(WorkingGroupRole, {
  name: 'WorkingGroupRole',
  description: 'What an organisation is in a working group.',
  valuesConfig: {
    CHAIR: { description: 'Leads the work, alone or with others.' },
    MEMBER: { description: 'Takes part.' },
  },
});

@ObjectType({ description: 'Members of a coalition that work on one thing.' })
export class WorkingGroup {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly coalitionId!: string;

  @Field(() => String, { description: 'The name it goes by.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it works on.' })
  readonly purpose!: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  readonly since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while no end is known.' })
  readonly until!: string | null;
}

@ObjectType({ description: 'An organisation’s time in a working group, in one role.' })
export class WorkingGroupMembership {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly workingGroupId!: string;

  readonly organisationId!: string;

  @Field(() => WorkingGroupRole, { description: 'What the organisation is in the group.' })
  readonly role!: WorkingGroupRole;

  @Field(() => DateScalar, { description: 'First day.' })
  readonly since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while no end is known.' })
  readonly until!: string | null;
}
