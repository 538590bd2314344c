import { type Command, forbidden, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';
import { AlreadyEnded } from '../types/refusals.js';

@InputType({ description: 'A mandate to take away.' })
export class RevokeMandateInput {
  @Field(() => ID, { description: 'The mandate.' })
  mandateId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The mandate holds no more.' })
export class RevokeMandateSuccess {
  mandateId!: string;
}

export const revokeMandate: Command<Tables, RevokeMandateInput, MandateRecord, RevokeMandateSuccess> = {
  name: 'revokeMandate',
  subject: 'mandate',
  success: RevokeMandateSuccess,
  async load({ em, rights }, { mandateId }) {
    // Before looking: whether an id is that of somebody's mandate is for administrators to know.
    if (!canAdminister(rights)) throw forbidden();
    if (!isUuid(mandateId)) return null;
    return em.findOne(MandateRecord, mandateId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  },
  policy: canAdminister,
  async change(scope, mandate) {
    if (mandate.revokedAt !== null) refuse(new AlreadyEnded('mandate'));
    mandate.revokedAt = await scope.now();
    const { id, organisationId, personId } = mandate;
    scope.emit({ type: 'MANDATE_REVOKED', subject: id, data: { mandateId: id, organisationId, personId } });
    return Object.assign(new RevokeMandateSuccess(), { mandateId: id });
  },
};
