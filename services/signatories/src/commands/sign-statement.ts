import {
  type Command,
  type CommandScope,
  doneBy,
  holdMerges,
  InvalidInput,
  NotFound,
  type Pace,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { type KnownOrganisation, knownOrganisation } from '../loaders/known-organisation.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canSign } from '../policies/can-sign.js';
import { AlreadySigned, MandateMissing } from '../types/refusals.js';
import { SignatureProvenance } from '../types/signature-provenance.js';
import type { OpenedWindow } from './freeze-list.js';
import { openWindowForText } from './open-window.js';
import { signatureIn } from './signature-in.js';
import { holdWindow } from './window-lock.js';

@InputType({ description: 'A public signature to make.' })
export class SignStatementInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, { description: 'Digest of the text that the signer has read.' })
  revisionDigest!: string;

  @Field(() => ID, { nullable: true, description: 'The registered organisation that signs.' })
  organisationId?: string | null;

  @Field(() => String, {
    description: 'The same key with the same input gives the same answer, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The organisation has signed, or confirmed what was reported of it.' })
export class SignStatementSuccess {
  signatureId!: string;
}

interface Signing {
  readonly statement: VisibleStatement;
  readonly organisation: KnownOrganisation;
}

/** Signing and withdrawing in turns tells every follower each time; one person may sign for many bodies. */
export const signingsOfOneStatement: Pace = { most: 200, everySeconds: 5 };

export const signStatement: Command<Tables, SignStatementInput, Signing, SignStatementSuccess> = {
  name: 'signStatement',
  subject: 'statement',
  success: SignStatementSuccess,
  pace: { allowed: signingsOfOneStatement, about: ({ statementId }) => statementId },
  async load({ sql: db, rights }, { statementId, organisationId }) {
    if (organisationId == null)
      refuse(new InvalidInput('organisationId', '"organisationId" must name the organisation that signs.'));
    await holdMerges(db);
    const statement = await visibleStatement(db, rights, statementId);
    if (statement === null) return null;
    const organisation = await knownOrganisation(db, organisationId);
    return { statement, organisation: organisation ?? refuse(new NotFound('organisation')) };
  },
  policy: (rights, { statement, organisation }) =>
    canSign(rights, { statementId: statement.id, organisationId: organisation.id }),
  denied: () => new MandateMissing(),
  async change(scope, { statement, organisation }, { revisionDigest }) {
    await holdWindow(scope, statement.id);
    const window = await openWindowForText(scope, statement.id, revisionDigest);
    const { id: signatureId, reportedFrom } = await admit(scope, window, organisation);
    const { id: organisationId, country, region } = organisation;
    const { statementId, revisionId } = window;
    const by = doneBy(scope, { organisationId });
    const data = { signatureId, statementId, organisationId, revisionId, country, region, ...by };
    scope.emit(
      reportedFrom
        ? { type: 'SIGNATURE_CONFIRMED', subject: signatureId, data: { ...data, reportedFrom } }
        : { type: 'SIGNATURE_ADMITTED', subject: signatureId, data },
    );
    return Object.assign(new SignStatementSuccess(), { signatureId });
  },
};

interface Admitted {
  readonly id: string;
  /** Where a reported signature was counted that the organisation has now confirmed. */
  readonly reportedFrom?: { readonly country: string | null; readonly region: string | null };
}

/**
 * Each turn but the last means that the signature in our way was withdrawn after it had stopped us. A conflict does
 * not raise an error, because after one the transaction could not look up what to tell.
 */
async function admit(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  organisation: KnownOrganisation,
): Promise<Admitted> {
  for (;;) {
    const admitted =
      (await insert(scope, window, organisation)) ?? (await confirm(scope, window, organisation));
    if (admitted) return admitted;
    const standing = await standingSignature(scope, window.statementId, organisation.id);
    if (standing) refuse(new AlreadySigned(standing.id));
  }
}

function insert(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  { id: organisationId, name, country, region }: KnownOrganisation,
): Promise<Admitted | undefined> {
  return scope.sql
    .insertInto('signature')
    .values({
      ...signatureIn(window),
      id: scope.newId('signature'),
      ...{ organisation_id: organisationId, name, country, region },
      provenance: SignatureProvenance.SIGNED_BY_MANDATE,
      signed_on: window.now.slice(0, 10),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['statement_id', 'organisation_id'])
        .where(sql<boolean>`status = 'SIGNED'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
}

/**
 * Makes a reported signature the organisation's own: one row, now as the organisation itself signs. Its day, and
 * whether it was late, stay as reported: confirming is not signing later.
 */
async function confirm(
  { sql: db }: CommandScope<Tables>,
  { statementId, revisionId, revisionDigest }: OpenedWindow,
  { id: organisationId, name, country, region }: KnownOrganisation,
): Promise<Admitted | undefined> {
  const { rows } = await sql<Required<Admitted>>`
    with reported as (
      select id, country, region from signature
       where statement_id = ${statementId} and organisation_id = ${organisationId} and status = 'SIGNED'
         and provenance = 'REPORTED_BY_COORDINATOR'
         for update
    )
    update signature
       set provenance = 'SIGNED_BY_MANDATE', revision_id = ${revisionId}, revision_digest = ${revisionDigest},
           name = ${name}, country = ${country}, region = ${region}
      from reported where signature.id = reported.id
    returning signature.id,
              jsonb_build_object('country', reported.country, 'region', reported.region) as "reportedFrom"`.execute(
    db,
  );
  return rows[0];
}

/** One that is only reported is in nobody's way. */
function standingSignature({ sql: db }: CommandScope<Tables>, statementId: string, organisationId: string) {
  return db
    .selectFrom('signature')
    .select('id')
    .where('statement_id', '=', statementId)
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`status = 'SIGNED' and provenance = 'SIGNED_BY_MANDATE'`)
    .executeTakeFirst();
}
