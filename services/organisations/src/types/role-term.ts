import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum CoalitionRole {
  CHAIR = 'CHAIR',
  CO_CHAIR = 'CO_CHAIR',
  SECRETARIAT = 'SECRETARIAT',
}

registerEnumType(CoalitionRole, {
  name: 'CoalitionRole',
  description: 'What a member does for a coalition for a time.',
  valuesConfig: {
    CHAIR: { description: 'Presides; one at a time.' },
    CO_CHAIR: { description: 'Presides together with other co-chairs.' },
    SECRETARIAT: { description: 'Runs the daily work.' },
  },
});

@ObjectType({ description: 'An organisation’s time in a role of a coalition.' })
export class CoalitionRoleTerm {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly coalitionId!: string;

  readonly organisationId!: string;

  @Field(() => CoalitionRole, { description: 'The role.' })
  readonly role!: CoalitionRole;

  @Field(() => DateScalar, { description: 'First day.' })
  readonly since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while no end is known.' })
  readonly until!: string | null;
}
