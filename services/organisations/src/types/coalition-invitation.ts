import { DateScalar, DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum CoalitionInvitationState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}

registerEnumType(CoalitionInvitationState, {
  name: 'CoalitionInvitationState',
  description: 'Where an invitation stands.',
  valuesConfig: {
    PENDING: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'The organisation joined.' },
    DECLINED: { description: 'The organisation said no.' },
    WITHDRAWN: { description: 'The coalition took it back.' },
    EXPIRED: { description: 'Its last day passed without an answer.' },
  },
});

@ObjectType({
  description:
    'A coalition asks an organisation to join. It exists for coordinators of the coalition and whoever holds a mandate of the organisation, for nobody else.',
})
export class CoalitionInvitation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly coalitionId!: string;

  readonly organisationId!: string;

  readonly membershipId!: string | null;

  @Field(() => CoalitionInvitationState, { description: 'Where it stands.' })
  readonly state!: CoalitionInvitationState;

  @Field(() => String, { nullable: true, description: 'What the coalition wrote.' })
  readonly message!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly invitedAt!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day (UTC) on which it can be answered; null for no end.',
  })
  readonly expiresOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was accepted, declined or withdrawn; null before.',
  })
  readonly answeredAt!: string | null;
}
