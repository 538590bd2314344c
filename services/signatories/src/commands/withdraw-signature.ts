import type { DoneBy } from '@coalition-hub/bus';
import {
  type Command,
  type CommandScope,
  doneBy,
  holdMerges,
  isUuid,
  type NewEvent,
  type Refusal,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { countedInstead } from '../merging/counted-instead.js';
import { canWithdraw, isSignatory, type WithdrawableSignature } from '../policies/can-withdraw.js';
import { MandateMissing, SignatureAlreadyWithdrawn } from '../types/refusals.js';
import { SignatureStatus } from '../types/signature.js';
import { holdWindow } from './window-lock.js';

@InputType({ description: 'A signature to withdraw.' })
export class WithdrawSignatureInput {
  @Field(() => ID, {
    description:
      'The signature; of one that does not count because it is a repeat, the one that counts is withdrawn.',
  })
  signatureId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The signature is withdrawn; lists that were frozen before keep it.' })
export class WithdrawSignatureSuccess {
  signatureId!: string;
}

interface GivenSignature extends WithdrawableSignature {
  readonly id: string;
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
  async load(scope, { signatureId }) {
    if (!isUuid(signatureId)) return null;
    await holdMerges(scope.sql);
    return (await givenSignature(scope, signatureId)) ?? null;
  },
  policy: canWithdraw,
  denied: () => new MandateMissing(),
  async change(scope, signature) {
    const { id: signatureId, statementId } = signature;
    // A list being frozen either has the signature, and it stays shown, or is made after it went.
    await holdWindow(scope, statementId);
    const withdrawn = await withdraw(scope, signatureId, isSignatory(scope.rights, signature));
    if (withdrawn === undefined) return refuse(await whyNot(scope, signatureId));
    scope.emit(told(signature, { ...withdrawn, ...doneBy(scope, signature) }));
    return Object.assign(new WithdrawSignatureSuccess(), { signatureId });
  },
};

/** Of a signature that is set aside as a repeat, the one that counts in its place, or did last. */
async function givenSignature(scope: CommandScope<Tables>, id: string): Promise<GivenSignature | undefined> {
  const { status, ...given } = (await signatureOfId(scope, id)) ?? { status: null, id: null };
  if (given.id === null) return undefined;
  if (status !== SignatureStatus.REPEATED) return given;
  const counted = await countedInstead(scope.sql, given);
  return counted === undefined ? given : signatureOfId(scope, counted);
}

function signatureOfId({ sql: db }: CommandScope<Tables>, id: string) {
  return db
    .selectFrom('signature')
    .leftJoin('known_statement', 'known_statement.id', 'signature.statement_id')
    .select([
      'signature.id',
      'signature.status',
      'signature.statement_id as statementId',
      'signature.organisation_id as organisationId',
      'known_statement.coalition_id as coalitionId',
      sql<boolean>`signature.provenance = 'REPORTED_BY_COORDINATOR'`.as('reported'),
    ])
    .where('signature.id', '=', id)
    .executeTakeFirst();
}

interface Place {
  readonly country: string | null;
  readonly region: string | null;
}

/**
 * Country and region are read here and not when the signature was loaded: confirming may have changed them since, and
 * would have made of a reported signature one that its coordinator cannot take back.
 */
async function withdraw(
  { sql: db }: CommandScope<Tables>,
  id: string,
  bySignatory: boolean,
): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    update signature
       set status = 'WITHDRAWN', withdrawn_at = hub_now(),
           shown = exists (select from list_entry where signature_id = signature.id)
     where id = ${id} and status = 'SIGNED' and (${bySignatory} or provenance = 'REPORTED_BY_COORDINATOR')
    returning country, region`.execute(db);
  return rows[0];
}

async function whyNot({ sql: db }: CommandScope<Tables>, id: string): Promise<Refusal> {
  const { status } = await db
    .selectFrom('signature')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return status === SignatureStatus.WITHDRAWN ? new SignatureAlreadyWithdrawn(id) : new MandateMissing();
}

function told(
  { id: signatureId, statementId, organisationId }: GivenSignature,
  said: Place & DoneBy,
): NewEvent {
  return organisationId === null
    ? { type: 'PERSON_SIGNATURE_WITHDRAWN', subject: signatureId, data: { signatureId, statementId } }
    : {
        type: 'SIGNATURE_WITHDRAWN',
        subject: signatureId,
        data: { signatureId, statementId, organisationId, ...said },
      };
}
