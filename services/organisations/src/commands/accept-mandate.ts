import type { Command } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { isMeant } from '../policies/is-meant.js';
import { MandateState } from '../types/mandate.js';
import { tellGranted } from './add-mandate.js';
import { offeredMandate, requireOffered } from './offered-mandate.js';

@InputType({ description: 'An offered mandate to accept.' })
export class AcceptMandateInput {
  @Field(() => ID, { description: 'The mandate.' })
  mandateId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The person holds the mandate, on its days.' })
export class AcceptMandateSuccess {
  mandateId!: string;
}

export const acceptMandate: Command<Tables, AcceptMandateInput, MandateRecord, AcceptMandateSuccess> = {
  name: 'acceptMandate',
  subject: 'mandate',
  success: AcceptMandateSuccess,
  load: (scope, { mandateId }) => offeredMandate(scope, mandateId),
  policy: isMeant,
  async change(scope, offer) {
    await requireOffered(scope, offer, (await scope.now()).slice(0, 10));
    offer.state = MandateState.GRANTED;
    tellGranted(scope, offer);
    return Object.assign(new AcceptMandateSuccess(), { mandateId: offer.id });
  },
};
