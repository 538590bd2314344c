import { waitUntil } from '@coalition-hub/testkit';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { postmasterPid, standingLocks } from './hub-process/embedded-postgres.js';
import type { HubProcess } from './hub-process/hub-process.js';
import { PersistentFollower } from './hub-process/persistent-follower.js';
import { email, PracticeSigning } from './hub-process/practice-signing.js';
import { processesBelow } from './hub-process/processes-below.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { Workbench } from './hub-process/workbench.js';
import type { Update } from './whole-hub/followed-updates.js';

const bench = new Workbench();
jest.setTimeout(180_000);

let hub: HubProcess;
let token: string;
let sample: string;
let locks: string[];

beforeAll(async () => {
  hub = await bench.hub();
  await hub.ready();
  const arguments_ = ['token', '--email', email, '--role', 'administrator'];
  token = (await bench.command(arguments_, { HUB_DATA_DIR: hub.dataDir })).stdout.trim();
  ({ text: sample } = await hub.client().ask(wholeSample));
  locks = await standingLocks(hub.dataDir);
});

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
}

function namesIn(updates: readonly Update[]): Set<string | undefined> {
  return new Set(updates.map(({ signature }) => signature?.nameAsSigned));
}

/** Asks again and again until it gets the answer that counts. */
async function firstOf<Answer>(
  ask: () => Promise<Answer>,
  counts: (answer: Answer) => boolean,
): Promise<Answer> {
  const answers: Answer[] = [];
  const asked = async () => {
    answers.push(await ask());
    return answers.slice(-1).some(counts);
  };
  await waitUntil(asked, { what: 'PostgreSQL is seen to be gone', everyMs: 2 });
  return answers.at(-1) as Answer;
}

/** The place after which whatever happens to the practice statement from now on is told. */
async function updateCursor(): Promise<string> {
  const { statement } = await hub
    .client()
    .query<{ statement: { updateCursor: string } }>(
      '{ statement(slug: "practice-statement") { updateCursor } }',
    );
  return statement.updateCursor;
}

/** The names under which the practice statement is signed, as everybody sees them, and their number as counted. */
async function signedNames(): Promise<{ names: string[]; counted: number }> {
  const { statement } = await hub.client().query<{
    statement: {
      signatureCount: { public: number };
      signatures: { edges: { node: { nameAsSigned: string } }[] };
    };
  }>(`{ statement(slug: "practice-statement") {
    signatureCount { public } signatures(first: 200) { edges { node { nameAsSigned } } } } }`);
  const signed = statement.signatures.edges.map(({ node }) => node.nameAsSigned).sort();
  return { names: signed, counted: statement.signatureCount.public };
}

async function showsEach(expected: readonly string[]): Promise<void> {
  const sorted = expected.toSorted();
  await waitUntil(async () => (await signedNames()).counted === sorted.length, {
    what: `${sorted.length} signatures are counted`,
    timeoutMs: 15_000,
  });
  expect((await signedNames()).names).toEqual(sorted);
}

test('a killed PostgreSQL comes back by itself: UNAVAILABLE meanwhile, nothing acknowledged is lost', async () => {
  const signing = await PracticeSigning.prepare(hub.client(token));
  const [before = '', ...others] = await signing.organisations(names('Before and during', 25));
  const live = new PersistentFollower(hub.url, await updateCursor());
  await signing.signPersistently(before);
  await live.received(1);

  const pid = await postmasterPid(hub.dataDir);
  const signers = others.map((organisation) => signing.signPersistently(organisation));
  await Promise.race(signers);
  process.kill(pid, 'SIGKILL');
  const killedAt = performance.now();
  // Both at once: it may be back within a few tenths of a second.
  const [page, errors] = await Promise.all([
    firstOf(
      () => hub.get('/health/ready'),
      ({ status }) => status !== 200,
    ),
    firstOf(
      () => hub.client().errors(wholeSample),
      ({ length }) => length > 0,
    ),
  ]);
  expect(page.status).toBe(503);
  expect(JSON.parse(page.body)).toMatchObject({
    ready: false,
    reasons: expect.arrayContaining([expect.stringMatching(/: the database does not answer$/)]),
  });
  expect(await hub.get('/health/live')).toMatchObject({ status: 200 });
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAVAILABLE']));

  const persistence = await Promise.all(signers);
  await hub.ready();
  const outageMs = Math.round(performance.now() - killedAt);
  const codes = new Set(persistence.flatMap((signer) => signer.codes));
  expect(codes).toEqual(new Set(['UNAVAILABLE']));
  expect(await postmasterPid(hub.dataDir)).not.toBe(pid);

  await live.received(25);
  await showsEach(names('Before and during', 25));
  expect(live.updates).toHaveLength(25);
  expect(namesIn(live.updates)).toEqual(new Set(names('Before and during', 25)));
  await live.leave();
  expect(await hub.client().ask(wholeSample)).toMatchObject({ text: sample });
  await waitUntil(async () => (await standingLocks(hub.dataDir)).join() === locks.join(), {
    what: 'the locks are taken again',
  });
  process.stdout.write(
    `kill -9 of PostgreSQL to ready again: ${outageMs} ms, ${live.reconnections} reconnections of a follower\n`,
  );
});

test('after a kill -9 of the hub the next start takes over its PostgreSQL, and all that was acknowledged', async () => {
  const signing = await PracticeSigning.prepare(hub.client(token));
  const organisations = await signing.organisations(names('Then', 10));
  const before = (await signedNames()).names;
  const live = new PersistentFollower(hub.url, await updateCursor());
  const [first, ...later] = organisations.map((organisation) => signing.signPersistently(organisation));
  const acknowledged = await first;
  await live.received(1);
  const cursor = await live.leave();
  const pid = await postmasterPid(hub.dataDir);
  await hub.kill();

  const port = Number(new URL(hub.url).port);
  hub = await bench.hub({ dataDir: hub.dataDir, port });
  const readyMs = await hub.ready();
  expect(await postmasterPid(hub.dataDir)).toBe(pid);
  expect(acknowledged?.signature.nameAsSigned).toMatch(/^Then /);
  // The same requests, which go on with the same keys.
  await Promise.all(later);
  await showsEach([...before, ...names('Then', 10)]);
  expect(await hub.client().ask(wholeSample)).toMatchObject({ text: sample });
  expect(await standingLocks(hub.dataDir)).toEqual(locks);

  const again = new PersistentFollower(hub.url, cursor);
  await again.received(10 - live.updates.length);
  const updates = [...live.updates, ...again.updates];
  expect(updates).toHaveLength(10);
  expect(namesIn(updates)).toEqual(new Set(names('Then', 10)));
  await again.leave();

  expect(await hub.stop()).toMatchObject({ code: 0 });
  expect(processesBelow([hub.dataDir])).toEqual([]);
  process.stdout.write(`start after kill -9 to ready: ${Math.round(readyMs)} ms\n`);
});
