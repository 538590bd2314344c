import type { Reads } from '@coalition-hub/subgraph';
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
