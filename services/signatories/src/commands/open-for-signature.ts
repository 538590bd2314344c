import {
  type Command,
  type CommandScope,
  DateTimeScalar,
  InvalidInput,
  refuse,
} from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import {
  isKnownDigest,
  type KnownRevision,
  knownRevision,
  newestRevision,
} from '../loaders/known-revisions.js';
import { type SigningWindow, signingWindow } from '../loaders/signing-window.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canOpen } from '../policies/can-open.js';
import { AlreadyOpen, RevisionChanged, RevisionUnknown, StatementWithdrawn } from '../types/refusals.js';
import { SigningState } from '../types/signing.js';
import { freezeList, wasOpened } from './freeze-list.js';
import { takeWindow } from './window-lock.js';

@InputType({ description: 'A statement to open for signature, or to reopen for late sign-ons.' })
export class OpenForSignatureInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, {
    description:
      'Digest of the text that is to be signed: the statement’s current revision; to reopen, that of the first opening.',
  })
  revisionDigest!: string;

  @Field(() => DateTimeScalar, { description: 'When signing ends: in the future, within five years.' })
  closesAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The statement is open for signature.' })
export class OpenForSignatureSuccess {
  statementId!: string;
}

const longestYears = 5;

/** A window whose deadline has passed unattended is closed with a list of its own before it opens again. */
export const openForSignature: Command<
  Tables,
  OpenForSignatureInput,
  VisibleStatement,
  OpenForSignatureSuccess
> = {
  name: 'openForSignature',
  subject: 'statement',
  // A revision or a withdrawal that was acknowledged elsewhere must be known here: neither is passed over.
  decidesBy: ['statements'],
  success: OpenForSignatureSuccess,
  load: ({ sql, rights }, { statementId }) => visibleStatement(sql, rights, statementId),
  policy: canOpen,
  async change(scope, { id: statementId }, { closesAt, revisionDigest }) {
    await takeWindow(scope.sql, statementId);
    const window = await signingWindow(scope.sql, statementId);
    checkDeadline(closesAt, window.now);
    if (window.withdrawn) refuse(new StatementWithdrawn());
    if (window.state === SigningState.OPEN) refuse(new AlreadyOpen());
    const revision = await revisionToSign(scope, window, revisionDigest);
    if (wasOpened(window) && window.unfrozen) await freezeList(scope, window);
    await open(scope, window, revision, closesAt);
    return Object.assign(new OpenForSignatureSuccess(), { statementId });
  },
};

function checkDeadline(closesAt: string, now: string): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + longestYears);
  const deadline = Date.parse(closesAt);
  if (deadline > Date.parse(now) && deadline <= latest.getTime()) return;
  refuse(
    new InvalidInput('closesAt', `"closesAt" must be in the future, within ${longestYears} years from now.`),
  );
}

/** What was opened once stays the text of the statement: one that was made at the same moment is not signed later. */
async function revisionToSign(
  { sql: db }: CommandScope<Tables>,
  { statementId, revisionId }: SigningWindow,
  digest: string,
): Promise<KnownRevision> {
  const current = await (revisionId === null
    ? newestRevision(db, statementId)
    : knownRevision(db, revisionId));
  if (current?.digest === digest) return current;
  const known = await isKnownDigest(db, statementId, digest);
  return refuse(known && current ? new RevisionChanged(current.id) : new RevisionUnknown());
}

async function open(
  scope: CommandScope<Tables>,
  { statementId, opening: earlier }: SigningWindow,
  revision: KnownRevision,
  closesAt: string,
): Promise<void> {
  const opening = earlier + 1;
  const row = {
    revision_id: revision.id,
    revision_digest: revision.digest,
    opening,
    closes_at: closesAt,
    closed_at: null,
  };
  await scope.sql
    .insertInto('signing_window')
    .values({ statement_id: statementId, ...row })
    .onConflict((conflict) => conflict.column('statement_id').doUpdateSet(row))
    .execute();
  scope.emit({
    type: 'SIGNING_OPENED',
    subject: statementId,
    data: {
      statementId,
      revisionId: revision.id,
      revisionNumber: revision.number,
      revisionDigest: revision.digest,
      closesAt,
      opening,
    },
  });
}
