import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import { kitPersonColumns, type PersonColumn } from './person-column.js';
import type { PersonalSealer } from './personal-sealer.js';
import type { SealedColumn } from './sealed-column.js';

/** Stands where a row names somebody whom the export is not about. */
const somebodyElse = 'somebody else';

const itself = 'you';

/** What is on record of a person in one place. */
export interface HeldAbout {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface WhoIsAsked {
  readonly columns: readonly PersonColumn[];
  readonly sealed: readonly SealedColumn[];
  readonly sealer: PersonalSealer;
}

type Row = Record<string, unknown>;

/** All that a service holds about a person, names opened, and nothing that says who anybody else is. */
export async function heldAbout(
  db: AnyDatabase,
  { columns, sealed, sealer }: WhoIsAsked,
  personId: string,
): Promise<readonly HeldAbout[]> {
  const ofTables = Map.groupBy([...columns, ...kitPersonColumns], ({ table }) => table);
  const held: HeldAbout[] = [];
  for (const [table, own] of ofTables) {
    const names = [...new Set(own.map(({ column }) => column))];
    const rows = await rowsOf(db, table, names, personId);
    const opened = rows.map((row) => withNames(row, sealed, sealer, table));
    held.push({ table, rows: opened.map((row) => aboutOne(row, names, personId)) });
  }
  held.push({ table: 'audit_entry', rows: await auditOf(db, personId) });
  return held.filter(({ rows }) => rows.length > 0);
}

async function rowsOf(db: AnyDatabase, table: string, columns: readonly string[], personId: string) {
  const itsOwn = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${personId}`),
    sql` or `,
  );
  const { rows } = await sql<{ held: Row }>`
    select to_jsonb(kept) as held from ${sql.table(table)} as kept where ${itsOwn}`.execute(db);
  return rows.map(({ held }) => held);
}

/** Before people are replaced: the place of a sealed text follows from the person. */
function withNames(row: Row, sealed: readonly SealedColumn[], sealer: PersonalSealer, table: string): Row {
  const texts = sealed.filter((column) => column.table === table && row[column.column] !== null);
  const names = texts.map(({ column, place, placedBy }) => [
    column.replace(/^sealed_/, ''),
    sealer.openIfKept(place(String(row[placedBy])), String(row[column])),
  ]);
  const rest = Object.entries(row).filter(([column]) => !texts.some((text) => text.column === column));
  return Object.fromEntries([...rest, ...names]);
}

/** A keyed hash is who somebody is: others' are left out, and the person's own says nothing to the person. */
function aboutOne(row: Row, people: readonly string[], personId: string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      people.includes(column) && value !== null ? nameOf(value, personId) : value,
    ]),
  );
}

function nameOf(value: unknown, personId: string): string {
  return value === personId ? itself : somebodyElse;
}

async function auditOf(db: AnyDatabase, personId: string): Promise<Row[]> {
  const { rows } = await sql<{ detail: Row; actor: string }>`
    select at, action, actor, subject, organisation_id, detail from audit_entry
     where actor = ${personId} or detail ->> 'about' = ${personId} order by at, id`.execute(db);
  return rows.map(({ detail, actor, ...row }) => ({
    ...row,
    actor: nameOf(actor, personId),
    detail: 'about' in detail ? { ...detail, about: nameOf(detail['about'], personId) } : detail,
  }));
}
