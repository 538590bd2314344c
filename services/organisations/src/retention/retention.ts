import type { AnyTransactions } from '@coalition-hub/subgraph';
import { BatchedRemoval, KIT_LOCKS, RETENTION_LOCK } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import { type RetentionRule, retentionRules } from './retention-rules.js';

/** Rows per transaction: it holds no lock for long. */
const batch = 500;

const day = 86_400_000;

/** How many rows one rule concerns. */
export interface Retained {
  readonly what: string;
  readonly rows: number;
}

/** How many rows have had their time, without touching them. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the tables are
export async function expiredRows(db: Kysely<any>): Promise<readonly Retained[]> {
  return Promise.all(
    retentionRules.map(async ({ what, table, expired }) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where ${sql.raw(expired)}`.execute(db);
      return { what, rows: rows[0]?.count ?? 0 };
    }),
  );
}

/** Removes what has had its time. */
export async function removeExpired(database: AnyTransactions): Promise<readonly Retained[]> {
  const removed: Retained[] = [];
  for (const rule of retentionRules) removed.push({ what: rule.what, rows: await removeAll(database, rule) });
  return removed;
}

async function removeAll(database: AnyTransactions, rule: RetentionRule): Promise<number> {
  let all = 0;
  for (let full = true; full; ) {
    const rows = await removeBatch(database, rule);
    all += rows;
    full = rows === batch;
  }
  return all;
}

/** None where another process is at it; rows that somebody holds are left for the next time. */
function removeBatch(database: AnyTransactions, { table, expired }: RetentionRule): Promise<number> {
  return database.transaction(async ({ sql: tx }) => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(${KIT_LOCKS}::int, ${RETENTION_LOCK}::int) as held`.execute(tx);
    if (!rows[0]?.held) return 0;
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where ctid in (
        select ctid from ${sql.table(table)} where ${sql.raw(expired)} limit ${batch} for update skip locked)`.execute(
      tx,
    );
    return Number(numAffectedRows);
  });
}

/** Once a day; of all processes on a database one does it at a time. */
export function dailyRetention(database: AnyTransactions, report: (error: unknown) => void): BatchedRemoval {
  const removeBatchOfAll = async () => {
    await removeExpired(database);
    return 0;
  };
  return new BatchedRemoval({
    ...{ batch, report, removeBatch: removeBatchOfAll },
    firstAfterMs: 120_000,
    everyMs: day,
  });
}
