import { DateScalar, PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Organisation } from './organisation.js';
import { Statement } from './statement.js';

export enum SigningInvitationState {
  NOT_ANSWERED = 'NOT_ANSWERED',
  SIGNED = 'SIGNED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(SigningInvitationState, {
  name: 'SigningInvitationState',
  description: 'Where an invitation to sign stands.',
  valuesConfig: {
    NOT_ANSWERED: { description: 'The organisation has neither signed publicly nor declined.' },
    SIGNED: { description: 'A public signature of the organisation stands.' },
    DECLINED: { description: 'The organisation declined; it may sign all the same.' },
    WITHDRAWN: {
      description: 'A coordinator took the invitation back; the organisation may be invited anew.',
    },
  },
});

@ObjectType({
  description:
    'That an organisation was asked to sign a statement: between the statement’s coordinators and that organisation.',
})
export class SigningInvitation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => Statement, { description: 'What to sign.' })
  readonly statement!: Statement;

  @Field(() => Organisation, { description: 'Who was asked.' })
  readonly organisation!: Organisation;

  @Field(() => SigningInvitationState, { description: 'Where it stands.' })
  readonly state!: SigningInvitationState;

  @Field(() => DateScalar, { description: 'Day of the invitation (UTC), the last one if it was renewed.' })
  readonly invitedOn!: string;
}

@ArgsType()
export class SigningInvitationsArgs extends PageArgs {
  @Field(() => SigningInvitationState, { nullable: true, description: 'Only those that stand so.' })
  state?: SigningInvitationState | null;
}
