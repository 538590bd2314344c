import { type Command, isUuid, refuse } from '@coalition-hub/subgraph';
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
    description: 'Makes a repeat with the same input harmless; 8 to 200 characters.',
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
  load: async ({ em }, { mandateId }) =>
    isUuid(mandateId) ? em.findOne(MandateRecord, mandateId, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null,
  policy: canAdminister,
  async change(scope, mandate) {
    if (mandate.revokedAt !== null) refuse(new AlreadyEnded('mandate'));
    mandate.revokedAt = await scope.now();
    const { id, organisationId, personId } = mandate;
    scope.emit({ type: 'MANDATE_REVOKED', subject: id, data: { mandateId: id, organisationId, personId } });
    return Object.assign(new RevokeMandateSuccess(), { mandateId: id });
  },
};
