import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/** Whether a statement was withdrawn, as far as its events have come. */
export async function isWithdrawn(db: Reads<Tables>, statementId: string): Promise<boolean> {
  const statement = await db
    .selectFrom('known_statement')
    .select('withdrawn')
    .where('id', '=', statementId)
    .executeTakeFirst();
  return statement?.withdrawn === true;
}
