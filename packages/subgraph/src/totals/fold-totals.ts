import type { BusEvent } from '@coalition-hub/bus';
import { type RawBuilder, sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';

/**
 * A table of changes to numbers: what a number is is the sum of its changes. Triggers of a service's own tables add
 * them, so a total is exact for everybody who sees the rows it counts, and two writers never wait for each other.
 */
export interface TotalsTable {
  readonly name: string;
  /** Column of what the totals are of; null where they are of the whole hub. */
  readonly owner: string | null;
  /** All columns but `change`. */
  readonly keys: readonly string[];
}

/** Changes of one owner that readers may have to sum up. */
const many = 2_000;

/** How often it is looked whether there are many: a look at each event would cost more than it saves. */
const lookEvery = 32;

/**
 * Puts the changes of owners that have many in the place of their sums; the consumer of a service's own events does so
 * behind the writes. Nobody sees the difference.
 *
 * @param events those being applied, from whose positions follows whether it is time to look
 */
export async function foldTotals(
  tx: AnyDatabase,
  table: TotalsTable,
  events: readonly BusEvent[],
  owners: readonly string[],
): Promise<void> {
  if (!events.some(({ position }) => position % lookEvery === 0)) return;
  const columns = sql.join(table.keys.map((key) => sql.ref(key)));
  await sql`
    with folded as (
      delete from ${sql.table(table.name)} where ${hasMany(table, owners)} returning ${columns}, change)
    insert into ${sql.table(table.name)} (${columns}, change)
    select ${columns}, sum(change) from folded group by ${columns} having sum(change) <> 0`.execute(tx);
}

function hasMany({ name, owner }: TotalsTable, owners: readonly string[]): RawBuilder<unknown> {
  const countAbove = (condition: RawBuilder<unknown>) =>
    sql`(select count(*) from (select from ${sql.table(name)} as total where ${condition} limit ${many}::int + 1) as first_ones) > ${many}::int`;
  if (owner === null) return countAbove(sql`true`);
  const isAskedFor = sql`total.${sql.ref(owner)} = asked.owner`;
  return sql`${sql.ref(owner)} in (
    select asked.owner from unnest(${[...new Set(owners)]}::uuid[]) as asked (owner) where ${countAbove(isAskedFor)})`;
}
