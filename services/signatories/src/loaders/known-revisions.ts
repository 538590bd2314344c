import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

export interface KnownRevision {
  readonly id: string;
  readonly number: number;
  readonly digest: string;
}

const digestForm = /^[0-9a-f]{64}$/;

export function newestRevision(db: Reads<Tables>, statementId: string): Promise<KnownRevision | undefined> {
  return db
    .selectFrom('known_revision')
    .select(['id', 'number', 'digest'])
    .where('statement_id', '=', statementId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function knownRevision(db: Reads<Tables>, id: string): Promise<KnownRevision | undefined> {
  return db
    .selectFrom('known_revision')
    .select(['id', 'number', 'digest'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether any text of the statement ever had this digest. */
export async function isKnownDigest(
  db: Reads<Tables>,
  statementId: string,
  digest: string,
): Promise<boolean> {
  if (!digestForm.test(digest)) return false;
  const found = await db
    .selectFrom('known_revision')
    .select('id')
    .where('statement_id', '=', statementId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Whether everybody could have read a text with this digest: one from the first that was opened for signature on. What
 * a coalition drafted before stays its own, so a digest must not tell whether some text was a draft.
 */
export async function isPublicDigest(
  db: Reads<Tables>,
  statementId: string,
  digest: string,
): Promise<boolean> {
  if (!digestForm.test(digest)) return false;
  const { rows } = await sql`
    select from known_revision
     where statement_id = ${statementId} and digest = ${digest}
       and number >= (
         select min(opened.number) from known_revision as opened
          where opened.id in (
            select revision_id from signing_window where statement_id = ${statementId}
             union all
            select revision_id from signatory_list where statement_id = ${statementId}))`.execute(db);
  return rows.length > 0;
}
