import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/**
 * Gives a time its last day; one that had not begun by then is called off: the row goes.
 * @returns the last day, null for what was called off
 */
export async function cutDays(
  tx: Reads<Tables>,
  table: 'role_term' | 'working_group_membership',
  { id, since }: { readonly id: string; readonly since: string },
  lastDay: string,
): Promise<string | null> {
  if (since > lastDay) {
    await sql`delete from ${sql.table(table)} where id = ${id}`.execute(tx);
    return null;
  }
  await sql`update ${sql.table(table)} set until = ${lastDay} where id = ${id}`.execute(tx);
  return lastDay;
}
