import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import { erasedPerson } from './erased-audit.js';
import { kitPersonColumns, type PersonColumn } from './person-column.js';

/**
 * Takes a person out of all tables of a service: rows go, or stay with "erased" in the place of the person. Harmless
 * when repeated.
 * @param tx one transaction: what was erased half is not erased
 * @returns how many rows were changed or deleted
 */
export async function erasePerson(
  tx: AnyDatabase,
  columns: readonly PersonColumn[],
  personId: string,
): Promise<number> {
  let changed = 0;
  for (const column of [...columns, ...kitPersonColumns]) changed += await eraseFrom(tx, column, personId);
  return changed + (await eraseFromOutbox(tx, personId)) + (await eraseFromAudit(tx, personId));
}

async function eraseFrom(tx: AnyDatabase, from: PersonColumn, personId: string): Promise<number> {
  const [table, column] = [sql.table(from.table), sql.ref(from.column)];
  const chosen = sql`where ${column} = ${personId} and ${sql.raw(from.where ?? 'true')}`;
  const statement =
    from.onErasure === 'delete'
      ? sql`delete from ${table} ${chosen}`
      : sql`update ${table} set ${column} = ${erasedPerson} ${chosen}`;
  return Number((await statement.execute(tx)).numAffectedRows ?? 0n);
}

/** Events are kept, for projections are rebuilt from them: of somebody who is nobody any more. */
async function eraseFromOutbox(tx: AnyDatabase, personId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update outbox set data = replace(data::text, ${personId}, ${erasedPerson})::jsonb
     where position(${personId} in data::text) > 0`.execute(tx);
  return Number(numAffectedRows);
}

async function eraseFromAudit(tx: AnyDatabase, personId: string): Promise<number> {
  const { rows } = await sql<{ changed: string }>`
    select erase_person_from_audit(${personId}) as changed`.execute(tx);
  return Number(rows[0]?.changed ?? 0);
}
