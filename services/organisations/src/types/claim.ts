import { DateScalar, DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum ClaimWay {
  MAILBOX = 'MAILBOX',
  REQUEST = 'REQUEST',
}

registerEnumType(ClaimWay, {
  name: 'ClaimWay',
  description: 'How somebody shows to act for an organisation.',
  valuesConfig: {
    MAILBOX: { description: 'By a mailbox at the domain of its website.' },
    REQUEST: { description: 'By asking somebody who knows to confirm it.' },
  },
});

export enum ClaimState {
  PENDING = 'PENDING',
  GRANTED = 'GRANTED',
  CONTESTED = 'CONTESTED',
  REFUSED = 'REFUSED',
  EXPIRED = 'EXPIRED',
}

registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'Where a claim stands.',
  valuesConfig: {
    PENDING: { description: 'It waits to be confirmed.' },
    GRANTED: { description: 'The person got a mandate to administer.' },
    CONTESTED: {
      description:
        'It is confirmed, but the organisation has administrators; these decide, or those of the hub.',
    },
    REFUSED: { description: 'Whoever decides said no.' },
    EXPIRED: { description: 'Its last day passed without a confirmation.' },
  },
});

@ObjectType({
  description:
    'Somebody wants to administer an organisation. It exists for that person and for those who decide, for nobody else.',
})
export class OrganisationClaim {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly organisationId!: string;
  readonly personId!: string;
  readonly sealedName!: string | null;
  readonly mandateId!: string | null;

  @Field(() => ClaimWay, { description: 'How it is shown.' })
  readonly way!: ClaimWay;

  @Field(() => ClaimState, { description: 'Where it stands.' })
  readonly state!: ClaimState;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly claimedAt!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day (UTC) on which the mailbox’s owner can confirm it; null for a request.',
  })
  readonly confirmBy!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the organisation decided, as the person says.',
  })
  readonly decidedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which body of the organisation decided, as the person says.',
  })
  readonly decidedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the decision can be found, as the person says.',
  })
  readonly reference!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed, granted or refused.' })
  readonly answeredAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was granted or refused.' })
  readonly reason!: string | null;
}
