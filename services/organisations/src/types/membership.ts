import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum MembershipRole {
  CHAIR = 'CHAIR',
  CO_CHAIR = 'CO_CHAIR',
  SECRETARIAT = 'SECRETARIAT',
  MEMBER = 'MEMBER',
  OBSERVER = 'OBSERVER',
}

registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What an organisation is in a coalition.',
  valuesConfig: {
    CHAIR: { description: 'Presides.' },
    CO_CHAIR: { description: 'Presides together with others.' },
    SECRETARIAT: { description: 'Runs the daily work.' },
    MEMBER: { description: 'Takes part.' },
    OBSERVER: { description: 'Listens in.' },
  },
});

@ObjectType({ description: 'An organisation’s time in a coalition.' })
export class Membership {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly coalitionId!: string;

  readonly organisationId!: string;

  @Field(() => MembershipRole, { description: 'What the organisation is in the coalition.' })
  readonly role!: MembershipRole;

  @Field(() => DateScalar, { description: 'First day.' })
  readonly joinedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it lasts.' })
  readonly endedOn!: string | null;
}
