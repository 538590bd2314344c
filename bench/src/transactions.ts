import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseServer } from './contender.js';
import { PEERS_DATABASE } from './peer-database.js';

/** The statement, its signatures, their organisations: less than this, and something did not ask the database. */
const LEAST_PER_REQUEST = 3;
const POLL_MS = 250;
/** A backend reports its transactions at most once a second, and at the latest after ten of idling. */
const REPORTING_DELAY_MS = 11_000;

/** Transactions in all databases of the hub so far. Each reading statement is one. */
export async function countHubTransactions({ admin }: DatabaseServer): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(
    `SELECT sum(xact_commit)::float8 AS count FROM pg_stat_database
      WHERE datname NOT IN ($1, current_database())`,
    [PEERS_DATABASE],
  );
  return rows[0]?.count ?? 0;
}

/**
 * Shows that the hub asked its databases for every single answer.
 *
 * @param before the count before the first of `requests`
 * @returns transactions per request, over all databases of the hub
 * @throws where there were too few
 */
export async function transactionsPerRequest(
  server: DatabaseServer,
  before: number,
  requests: number,
): Promise<number> {
  const giveUpAt = performance.now() + REPORTING_DELAY_MS;
  for (;;) {
    const each = ((await countHubTransactions(server)) - before) / requests;
    if (each >= LEAST_PER_REQUEST) return each;
    if (performance.now() > giveUpAt) throw answeredFromMemory(each);
    await sleep(POLL_MS);
  }
}

function answeredFromMemory(each: number): Error {
  return new Error(
    `The hub's databases saw ${each.toFixed(2)} transactions per request, and not ${LEAST_PER_REQUEST} or more: ` +
      'something is answered twice, and the figures would not be comparable.',
  );
}
