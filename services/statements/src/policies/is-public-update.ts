import { sql } from 'kysely';
import { StatementUpdateKind } from '../types/statement-update-kind.js';
import { isPublic } from './is-open-to.js';
import { firstPublicNumber, isPublicRevision } from './is-revision-open-to.js';

/**
 * What may happen to a draft and to what was opened. Everything else but `innerKinds` happens only to what was opened,
 * and is as public as the opening.
 */
const draftKinds = [
  StatementUpdateKind.CREATED,
  StatementUpdateKind.REVISED,
  StatementUpdateKind.WITHDRAWN,
] as const;

/** What happens to drafts only, and stays among those who saw the draft. */
const innerKinds = [
  StatementUpdateKind.CONSULTATION_STARTED,
  StatementUpdateKind.AMENDMENT_PROPOSED,
  StatementUpdateKind.AMENDMENT_DECIDED,
] as const;

const isInnerKind = sql<boolean>`(statement_update.kind = any (${innerKinds}::text[]))`;

const isDraftKind = sql<boolean>`(statement_update.kind = any (${draftKinds}::text[]))`;

const wasPublicBefore = sql<boolean>`exists (
  select from statement_update as earlier
   where earlier.statement_id = statement_update.statement_id
     and earlier.sequence < statement_update.sequence
     and earlier.kind <> all (${[...draftKinds, ...innerKinds]}::text[]))`;

/**
 * The text that was opened first was written before that, and what was set aside for it too; streams may tell of them
 * the other way round.
 */
const wasWrittenBefore = sql<boolean>`exists (
  select from revision
   where revision.id = statement_update.revision_id
     and (revision.number = ${firstPublicNumber} or not ${isPublicRevision}))`;

/**
 * Which entries of the feed exist for everybody, as a condition on `statement_update` joined to `statement`, left-joined
 * to `statement_state`: none from before the first opening. Once true of an entry, it stays so.
 */
export const isPublicUpdate = sql<boolean>`(
  ${isPublic} and not ${isInnerKind}
  and (not ${isDraftKind} or (${wasPublicBefore} and not ${wasWrittenBefore})))`;
