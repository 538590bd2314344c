import { type Command, type CommandScope, isUuid, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canWithdraw } from '../policies/can-withdraw.js';
import { MandateMissing, SignatureAlreadyWithdrawn } from '../types/refusals.js';
import { holdWindow } from './window-lock.js';

@InputType({ description: 'A signature to withdraw.' })
export class WithdrawSignatureInput {
  @Field(() => ID, { description: 'The signature.' })
  signatureId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The signature is withdrawn; lists that were frozen before keep it.' })
export class WithdrawSignatureSuccess {
  signatureId!: string;
}

interface GivenSignature {
  readonly id: string;
  readonly statementId: string;
  readonly organisationId: string;
  readonly country: string | null;
  readonly region: string | null;
}

/** At any time: before and after closing and delivery, also on a withdrawn statement. */
export const withdrawSignature: Command<
  Tables,
  WithdrawSignatureInput,
  GivenSignature,
  WithdrawSignatureSuccess
> = {
  name: 'withdrawSignature',
  subject: 'signature',
  success: WithdrawSignatureSuccess,
  load: async (scope, { signatureId }) =>
    isUuid(signatureId) ? ((await givenSignature(scope, signatureId)) ?? null) : null,
  policy: canWithdraw,
  denied: () => new MandateMissing(),
  async change(scope, { id: signatureId, statementId, organisationId, country, region }) {
    // A list being frozen either has the signature, and it stays shown, or is made after it went.
    await holdWindow(scope, statementId);
    if (!(await withdraw(scope, signatureId))) refuse(new SignatureAlreadyWithdrawn(signatureId));
    scope.emit({
      type: 'SIGNATURE_WITHDRAWN',
      subject: signatureId,
      data: { signatureId, statementId, organisationId, country, region },
    });
    return Object.assign(new WithdrawSignatureSuccess(), { signatureId });
  },
};

function givenSignature({ sql: db }: CommandScope<Tables>, id: string) {
  return db
    .selectFrom('signature')
    .select(['id', 'statement_id as statementId', 'organisation_id as organisationId', 'country', 'region'])
    .where('id', '=', id)
    .executeTakeFirst();
}

async function withdraw({ sql: db }: CommandScope<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    update signature
       set status = 'WITHDRAWN', withdrawn_at = hub_now(),
           shown = exists (select from list_entry where signature_id = signature.id)
     where id = ${id} and status = 'SIGNED'
    returning id`.execute(db);
  return rows.length > 0;
}
