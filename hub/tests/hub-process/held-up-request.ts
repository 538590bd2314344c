import { waitUntil } from '@coalition-hub/testkit';
import { databaseUrl, withDatabase } from './hub-database.js';
import type { HubProcess } from './hub-process.js';
import { wholeSample } from './sample-queries.js';

export interface HeldUpRequest {
  /** What the hub answers, once it may. */
  readonly answer: Promise<string>;
  release(): void;
}

/** Asks for the sample and sees to it that it cannot be answered before `release`: the statements are locked. */
export async function heldUpRequest(hub: HubProcess): Promise<HeldUpRequest> {
  const url = await databaseUrl(hub.dataDir, 'hub_statements');
  const release = await lockTable(url, 'statement');
  const answer = hub.client().ask(wholeSample);
  await somebodyWaitsFor(url, 'statement');
  return { answer: answer.then(({ text }) => text), release };
}

/** @returns what lets go of the table */
async function lockTable(url: string, table: string): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: locked, resolve: onLocked } = Promise.withResolvers<void>();
  const held = withDatabase(url, async (session) => {
    await session.query(`begin; lock table ${table} in access exclusive mode`);
    onLocked();
    await released;
  });
  await Promise.race([locked, held]);
  return release;
}

function somebodyWaitsFor(url: string, table: string): Promise<void> {
  const waiting = `select from pg_locks where not granted and relation = '${table}'::regclass`;
  return withDatabase(url, (session) =>
    waitUntil(async () => (await session.query(waiting)).rowCount !== 0, {
      what: `a request waits for the table ${table}`,
      timeoutMs: 15_000,
    }),
  );
}
