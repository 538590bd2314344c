import { type Command, type CommandScope, InvalidInput, NotFound, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { type KnownOrganisation, knownOrganisation } from '../loaders/known-organisation.js';
import { isKnownDigest } from '../loaders/known-revisions.js';
import { type SigningWindow, signingWindow } from '../loaders/signing-window.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canSign } from '../policies/can-sign.js';
import {
  AlreadySigned,
  MandateMissing,
  RevisionChanged,
  RevisionUnknown,
  StatementNotOpen,
} from '../types/refusals.js';
import { SignatureStatus } from '../types/signature.js';
import { SigningState } from '../types/signing.js';
import { type OpenedWindow, wasOpened } from './freeze-list.js';
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
    description: 'The same key with the same input gives the same answer; 8 to 200 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The organisation has signed.' })
export class SignStatementSuccess {
  signatureId!: string;
}

interface Signing {
  readonly statement: VisibleStatement;
  readonly organisation: KnownOrganisation;
}

export const signStatement: Command<Tables, SignStatementInput, Signing, SignStatementSuccess> = {
  name: 'signStatement',
  subject: 'statement',
  success: SignStatementSuccess,
  async load({ sql: db, rights }, { statementId, organisationId }) {
    if (organisationId == null)
      refuse(new InvalidInput('organisationId', '"organisationId" must name the organisation that signs.'));
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
    const window = await openWindow(scope, statement.id, revisionDigest);
    const signatureId = await admit(scope, window, organisation);
    const { id: organisationId, country, region } = organisation;
    const { statementId, revisionId } = window;
    scope.emit({
      type: 'SIGNATURE_ADMITTED',
      subject: signatureId,
      data: { signatureId, statementId, organisationId, revisionId, country, region },
    });
    return Object.assign(new SignStatementSuccess(), { signatureId });
  },
};

/** The window, when it is open and the text that the signer has read is the one that can be signed. */
async function openWindow(
  { sql: db }: CommandScope<Tables>,
  statementId: string,
  digest: string,
): Promise<OpenedWindow> {
  const window: SigningWindow = await signingWindow(db, statementId);
  if (!wasOpened(window) || window.state !== SigningState.OPEN) refuse(new StatementNotOpen(window.state));
  if (window.revisionDigest === digest) return window;
  const known = await isKnownDigest(db, statementId, digest);
  return refuse(known ? new RevisionChanged(window.revisionId) : new RevisionUnknown());
}

/**
 * Each turn but the last means that the signature in our way was withdrawn after it had stopped us. A conflict does
 * not raise an error, because after one the transaction could not look up what to tell.
 */
async function admit(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  organisation: KnownOrganisation,
): Promise<string> {
  for (;;) {
    const admitted = await insert(scope, window, organisation);
    if (admitted) return admitted.id;
    const standing = await standingSignature(scope, window.statementId, organisation.id);
    if (standing) refuse(new AlreadySigned(standing.id));
  }
}

function insert(
  scope: CommandScope<Tables>,
  { statementId, revisionId, revisionDigest, opening, now }: OpenedWindow,
  { id: organisationId, name, country, region }: KnownOrganisation,
) {
  return scope.sql
    .insertInto('signature')
    .values({
      id: scope.newId('signature'),
      statement_id: statementId,
      organisation_id: organisationId,
      revision_id: revisionId,
      revision_digest: revisionDigest,
      name,
      country,
      region,
      status: SignatureStatus.SIGNED,
      shown: true,
      late: opening > 1,
      signed_on: now.slice(0, 10),
      signed_at: now,
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

function standingSignature({ sql: db }: CommandScope<Tables>, statementId: string, organisationId: string) {
  return db
    .selectFrom('signature')
    .select('id')
    .where('statement_id', '=', statementId)
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`status = 'SIGNED'`)
    .executeTakeFirst();
}
