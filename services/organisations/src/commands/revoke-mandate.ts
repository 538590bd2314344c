import { type Command, type CommandScope, forbidden, isUuid, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { canGrantMandate } from '../policies/can-grant-mandate.js';
import { LastAdministrator } from '../types/access-refusals.js';
import { MandateScope, MandateState } from '../types/mandate.js';
import { AlreadyEnded } from '../types/refusals.js';
import { administers, isAdministered } from './administered-organisation.js';
import { findUnderLock } from './lock-mandates.js';

@InputType({ description: 'A mandate to take away.' })
export class RevokeMandateInput {
  @Field(() => ID, { description: 'The mandate, or the offer of one.' })
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

interface RevokedMandate {
  readonly mandate: MandateRecord;
  readonly administered: boolean;
}

export const revokeMandate: Command<Tables, RevokeMandateInput, RevokedMandate, RevokeMandateSuccess> = {
  name: 'revokeMandate',
  subject: 'mandate',
  success: RevokeMandateSuccess,
  async load(scope, { mandateId }) {
    const found = await mandateToRevoke(scope, mandateId);
    if (found !== null && canGrantMandate(scope.rights, found)) return found;
    // Whether an id is that of somebody’s mandate is for administrators to know.
    if (!scope.rights.administrator) throw forbidden();
    return null;
  },
  policy: canGrantMandate,
  async change(scope, { mandate }) {
    if (mandate.revokedAt !== null || mandate.state === MandateState.DECLINED)
      refuse(new AlreadyEnded('mandate'));
    await requireAnotherAdministrator(scope, mandate);
    mandate.revokedAt = await scope.now();
    const { id, organisationId, personId, scopes } = mandate;
    scope.note({ mandateId: id, about: personId, scopes });
    scope.emit({ type: 'MANDATE_REVOKED', subject: id, data: { mandateId: id, organisationId, personId } });
    return Object.assign(new RevokeMandateSuccess(), { mandateId: id });
  },
};

/** Locked, with what the caller is for its organisation. */
async function mandateToRevoke(
  scope: CommandScope<Tables>,
  mandateId: string,
): Promise<RevokedMandate | null> {
  if (!isUuid(mandateId)) return null;
  const mandate = await findUnderLock(scope, (reading) =>
    scope.em.findOne(MandateRecord, mandateId, reading),
  );
  if (mandate === null) return null;
  const { personId } = scope.rights;
  const administered = personId !== null && (await administers(scope, mandate.organisationId, personId));
  return { mandate, administered };
}

/** Whoever administers the organisation does not leave it without anybody who does, unless the hub's administrators do. */
async function requireAnotherAdministrator(
  scope: CommandScope<Tables>,
  { id, organisationId, personId, scopes }: MandateRecord,
): Promise<void> {
  const own = personId === scope.rights.personId;
  if (!own || scope.rights.administrator || !scopes.includes(MandateScope.ADMINISTER)) return;
  const another = await isAdministered(scope, organisationId, sql<boolean>`id <> ${id}`);
  if (!another) refuse(new LastAdministrator('organisation'));
}
