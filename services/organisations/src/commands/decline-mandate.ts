import type { Command } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { isMeant } from '../policies/is-meant.js';
import { MandateState } from '../types/mandate.js';
import { offeredMandate, requireOffered } from './offered-mandate.js';

@InputType({ description: 'An offered mandate to decline.' })
export class DeclineMandateInput {
  @Field(() => ID, { description: 'The mandate.' })
  mandateId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The offer is declined.' })
export class DeclineMandateSuccess {
  mandateId!: string;
}

export const declineMandate: Command<Tables, DeclineMandateInput, MandateRecord, DeclineMandateSuccess> = {
  name: 'declineMandate',
  subject: 'mandate',
  success: DeclineMandateSuccess,
  load: (scope, { mandateId }) => offeredMandate(scope, mandateId),
  policy: isMeant,
  async change(scope, offer) {
    await requireOffered(scope, offer, (await scope.now()).slice(0, 10));
    offer.state = MandateState.DECLINED;
    const { id: mandateId, organisationId, personId } = offer;
    scope.note({ mandateId, about: personId, scopes: offer.scopes });
    scope.emit({
      type: 'MANDATE_DECLINED',
      subject: mandateId,
      data: { mandateId, organisationId, personId },
    });
    return Object.assign(new DeclineMandateSuccess(), { mandateId: offer.id });
  },
};
