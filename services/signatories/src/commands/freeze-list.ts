import { listDigest } from '@coalition-hub/proof';
import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SigningWindow } from '../loaders/signing-window.js';

/** A window that was opened. */
export type OpenedWindow = SigningWindow & { readonly revisionId: string; readonly revisionDigest: string };

export function wasOpened(window: SigningWindow): window is OpenedWindow {
  return window.opening > 0;
}

/**
 * Closes a window that was opened and not closed since, and freezes the list of the signatures that stand. Under the
 * window's exclusive lock: between the reading and the copying of signatures nobody signs or withdraws.
 * @returns the list's id
 */
export async function freezeList(scope: CommandScope<Tables>, window: OpenedWindow): Promise<string> {
  const { statementId, revisionId, revisionDigest, now: frozenAt } = window;
  const entries = await standingSignatures(scope, statementId);
  const id = scope.newId('signatory list');
  const digest = listDigest({ statement: statementId, revision: revisionDigest, frozenAt, entries });
  const size = entries.length;
  const people = entries.filter(({ capacity }) => capacity !== null).length;
  await scope.sql
    .insertInto('signatory_list')
    .values({
      id,
      statement_id: statementId,
      revision_id: revisionId,
      digest,
      size,
      people,
      frozen_at: frozenAt,
    })
    .execute();
  await copyEntries(scope, id, statementId);
  await scope.sql
    .updateTable('signing_window')
    .set({ closed_at: frozenAt })
    .where('statement_id', '=', statementId)
    .execute();
  scope.emit({
    type: 'SIGNING_CLOSED',
    subject: statementId,
    data: { statementId, listId: id, listDigest: digest, frozenAt, revisionId, size },
  });
  return id;
}

function standingSignatures({ sql: db }: CommandScope<Tables>, statementId: string) {
  return db
    .selectFrom('signature')
    .select([
      'id',
      'name as nameAsSigned',
      'country as countryAsSigned',
      'revision_digest as revision',
      'signed_on as signedOn',
      'capacity',
      'provenance',
    ])
    .where('statement_id', '=', statementId)
    .where(sql<boolean>`status = 'SIGNED'`)
    .execute();
}

async function copyEntries({ sql: db }: CommandScope<Tables>, listId: string, statementId: string) {
  await sql`
    insert into list_entry
      (list_id, signature_id, organisation_id, capacity, provenance, revision_id, name, country, region, late, signed_on)
    select ${listId}, id, organisation_id, capacity, provenance, revision_id, name, country, region, late, signed_on
      from signature where statement_id = ${statementId} and status = 'SIGNED'`.execute(db);
}
