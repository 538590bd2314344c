import { type Command, type CommandScope, DateScalar, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canReportSignature } from '../policies/can-report-signature.js';
import { PersonInCapacityInput } from '../types/person-in-capacity.js';
import { AlreadySigned } from '../types/refusals.js';
import { SignatureProvenance } from '../types/signature-provenance.js';
import { cleanPerson, type Person } from './clean-person.js';
import type { OpenedWindow } from './freeze-list.js';
import { openWindowForText } from './open-window.js';
import { reportedDay } from './reported-day.js';
import { signatureIn } from './signature-in.js';
import { holdWindow } from './window-lock.js';

@InputType({ description: 'That a person signed a statement in a capacity.' })
export class ReportPersonSignatureInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, {
    description: 'Digest of the text that the person signed: the one that can be signed.',
  })
  revisionDigest!: string;

  @Field(() => PersonInCapacityInput, { description: 'Who signed, and in which capacity.' })
  person!: PersonInCapacityInput;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the person signed; today if left out.',
  })
  signedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The person’s signature is entered, marked as reported.' })
export class ReportPersonSignatureSuccess {
  signatureId!: string;
}

/**
 * People hold no mandates, and a name that anybody may type proves nothing: coordinators answer for it, and lists say
 * that they do.
 */
export const reportPersonSignature: Command<
  Tables,
  ReportPersonSignatureInput,
  VisibleStatement,
  ReportPersonSignatureSuccess
> = {
  name: 'reportPersonSignature',
  subject: 'statement',
  success: ReportPersonSignatureSuccess,
  load: ({ sql: db, rights }, { statementId }) => visibleStatement(db, rights, statementId),
  policy: canReportSignature,
  async change(scope, { id }, { revisionDigest, person: given, signedOn }) {
    const person = cleanPerson(given, 'person');
    await holdWindow(scope, id);
    const window = await openWindowForText(scope, id, revisionDigest);
    const signatureId = await admit(scope, window, person, reportedDay('signedOn', signedOn, window.now));
    const { statementId, revisionId } = window;
    scope.emit({
      type: 'PERSON_SIGNATURE_ADMITTED',
      subject: signatureId,
      data: { signatureId, statementId, revisionId },
    });
    return Object.assign(new ReportPersonSignatureSuccess(), { signatureId });
  },
};

/** Each turn but the last means that the signature in our way was withdrawn after it had stopped us. */
async function admit(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  person: Person,
  signedOn: string,
): Promise<string> {
  for (;;) {
    const admitted = await insert(scope, window, person, signedOn);
    if (admitted) return admitted.id;
    const standing = await standingSignature(scope, window.statementId, person);
    if (standing) refuse(new AlreadySigned(standing.id, 'person'));
  }
}

function insert(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  { name, capacity }: Person,
  signedOn: string,
) {
  return scope.sql
    .insertInto('signature')
    .values({
      ...signatureIn(window),
      id: scope.newId('signature'),
      ...{ name, capacity },
      provenance: SignatureProvenance.REPORTED_BY_COORDINATOR,
      signed_on: signedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** Compared as the index `signature_person_once` does. */
function standingSignature({ sql: db }: CommandScope<Tables>, statementId: string, person: Person) {
  return db
    .selectFrom('signature')
    .select('id')
    .where('statement_id', '=', statementId)
    .where(sql<boolean>`status = 'SIGNED' and organisation_id is null`)
    .where(sql<boolean>`lower(name) = lower(${person.name}::text collate "und-x-icu")`)
    .where(sql<boolean>`lower(capacity) = lower(${person.capacity}::text collate "und-x-icu")`)
    .executeTakeFirst();
}
