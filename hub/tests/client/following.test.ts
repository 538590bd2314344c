import {
  AddAgendaItem,
  AdmitMember,
  CoalitionCursor,
  CreateCoalition,
  CreateEvent,
  CreateStatement,
  GrantMandate,
  GrantRole,
  HubClient,
  HubError,
  OpenForSignature,
  ReadEvent,
  RegisterOrganisation,
  SignStatement,
  type StatementUpdate,
  successOf,
  type Updates,
  WithdrawStatement,
} from '@coalition-hub/client';
import { graphql } from '@coalition-hub/client/graphql';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { UnreliableNetwork } from './unreliable-network.js';

const email = 'coordinator@example.org';
const retry = { firstDelayMs: 20, longestDelayMs: 200 };

let hub: InProcessHub;
let network: UnreliableNetwork;
let token: string;
let client: HubClient;
let statement: { id: string; slug: string; digest: string };
let signers: string[];

beforeAll(async () => {
  hub = await InProcessHub.start();
  token = (await hub.administrator(email)).token ?? '';
  network = await UnreliableNetwork.before(hub.url);
  client = new HubClient({ url: hub.url, token });
  statement = await openedStatement();
  signers = await Promise.all(Array.from({ length: 60 }, (_, index) => signer(`Signer ${index}`)));
}, 60_000);

afterAll(async () => {
  client.close();
  await network.close();
  await hub.stop();
});

async function openedStatement(): Promise<typeof statement> {
  const { createCoalition } = await client.mutate(CreateCoalition, { input: { name: 'A coalition' } });
  const coalitionId = successOf(createCoalition).coalition.id;
  const role = { email, role: 'COORDINATOR', coalitionId } as const;
  successOf((await client.mutate(GrantRole, { input: role })).grantRole);
  const text = { kind: 'OPEN_LETTER', language: 'en', title: 'A letter', text: 'We write.' } as const;
  const input = { coalitionId, coAuthorIds: [], ...text };
  const { createStatement } = await client.mutate(CreateStatement, { input });
  const { id, slug, currentRevision } = successOf(createStatement).statement;
  const closesAt = new Date(Date.now() + 3_600_000).toISOString();
  const window = { statementId: id, revisionDigest: currentRevision.digest, closesAt };
  successOf((await client.mutate(OpenForSignature, { input: window })).openForSignature);
  return { id, slug, digest: currentRevision.digest };
}

async function signer(name: string): Promise<string> {
  const { registerOrganisation } = await client.mutate(RegisterOrganisation, { input: { name } });
  const { id } = successOf(registerOrganisation).organisation;
  const mandate = { organisationId: id, email, scopes: ['SIGN' as const] };
  const decided = { decidedOn: '2022-09-01', decidedBy: 'Board' };
  successOf((await client.mutate(GrantMandate, { input: { ...mandate, ...decided } })).grantMandate);
  return id;
}

/** Signs for so many more organisations, and gives the names as signed, in that order. */
async function sign(count: number): Promise<string[]> {
  const names: string[] = [];
  for (const organisationId of signers.splice(0, count)) {
    const input = { statementId: statement.id, revisionDigest: statement.digest, organisationId };
    const { signStatement } = await client.mutate(SignStatement, { input });
    names.push(successOf(signStatement).signature.nameAsSigned);
  }
  return names;
}

async function take(updates: Updates<StatementUpdate>, count: number): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  while (names.length < count) {
    const { value, done } = await updates.next();
    if (done) throw new Error(`The updates ended after ${names.length}`);
    names.push(value.signature?.nameAsSigned);
  }
  return names;
}

async function failureOf(updates: AsyncIterator<unknown>): Promise<unknown> {
  const failure = await updates.next().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(HubError);
  expect(await updates.next()).toEqual({ done: true, value: undefined });
  return failure;
}

test('updates come from a cursor on, also when nobody takes them yet', async () => {
  const after = await cursor();
  const [first] = await sign(1);
  const updates = client.statementUpdated({ slug: statement.slug, after });
  const { value } = await updates.next();
  expect(value).toMatchObject({ kind: 'SIGNED', statement: { slug: statement.slug, status: 'OPEN' } });
  expect(value?.signature?.nameAsSigned).toBe(first);
  const names = await sign(2);
  expect(await take(updates, 2)).toEqual(names);
  await updates.return?.();
  expect(await updates.next()).toEqual({ done: true, value: undefined });
});

test('a slow consumer is left for a while and misses nothing', async () => {
  const slow = new HubClient({ url: network.url, capacity: 8, retry });
  const updates = slow.statementUpdated({ slug: statement.slug, after: await cursor() });
  const [first, ...others] = [await sign(1), await sign(12)].flat();
  expect(await take(updates, 1)).toEqual([first]);
  // Of what waits it holds no more than its capacity, so it has hung up.
  await waitUntil(() => network.open === 0, { what: 'the socket is closed' });
  const later = await sign(12);
  expect(network.open).toBe(0);
  expect(await take(updates, 24)).toEqual([...others, ...later]);
  const last = await sign(1);
  expect(await take(updates, 1)).toEqual(last);
  slow.close();
  await waitUntil(() => network.open === 0, { what: 'the socket is closed' });
});

test('a connection on which nothing comes any more is given up, and made anew', async () => {
  const patient = new HubClient({ url: network.url, pingAfterMs: 100, silenceMs: 100, retry });
  const updates = patient.statementUpdated({ slug: statement.slug, after: await cursor() });
  const first = await sign(1);
  expect(await take(updates, 1)).toEqual(first);
  network.silence();
  const second = await sign(2);
  expect(await take(updates, 2)).toEqual(second);
  patient.close();
  network.cut();
});

test('aborting ends it, and closes the socket', async () => {
  const following = new HubClient({ url: network.url, retry });
  const gone = new AbortController();
  const followed = { slug: statement.slug, after: await cursor() };
  const updates = following.statementUpdated(followed, { signal: gone.signal });
  const names = await sign(1);
  expect(await take(updates, 1)).toEqual(names);
  const pending = updates.next();
  gone.abort(new Error('changed my mind'));
  await expect(pending).rejects.toThrow('changed my mind');
  expect(await updates.next()).toEqual({ done: true, value: undefined });
  await waitUntil(() => network.open === 0, { what: 'the socket is closed' });
});

test('more than a hundred are followed at once', async () => {
  const many = new HubClient({ url: network.url, retry });
  const followed = { slug: statement.slug, after: await cursor() };
  const followers = Array.from({ length: 130 }, () => many.statementUpdated(followed));
  const names = await sign(1);
  for (const updates of followers) expect(await take(updates, 1)).toEqual(names);
  expect(network.open).toBe(2);
  many.close();
  await waitUntil(() => network.open === 0, { what: 'the sockets are closed' });
});

test('the token is asked for every connection, and what it opened is closed with it', async () => {
  let asked = 0;
  const over = new HubClient({
    url: network.url,
    retry,
    token: async () => {
      asked += 1;
      return token;
    },
  });
  const updates = over.statementUpdated({ slug: statement.slug, after: await cursor() });
  const first = await sign(1);
  expect(await take(updates, 1)).toEqual(first);
  const askedBefore = asked;
  network.cut();
  const second = await sign(1);
  expect(await take(updates, 1)).toEqual(second);
  expect(asked).toBe(askedBefore + 1);
  over.close();
});

async function cursor(): Promise<string> {
  const document = graphql('query ($slug: String!) { statement(slug: $slug) { updateCursor } }');
  return (await client.query(document, { slug: statement.slug })).statement?.updateCursor ?? '';
}

test('what cannot succeed ends with an error instead of trying for ever', async () => {
  expect(await failureOf(client.statementUpdated({ slug: 'nothing' }))).toMatchObject({
    code: 'NOT_FOUND',
    retryable: false,
  });
  const { slug } = statement;
  expect(await failureOf(client.statementUpdated({ slug, after: 'made-up' }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    requestId: expect.any(String),
  });
  const forged = new HubClient({ url: hub.url, token: () => 'forged' });
  expect(await failureOf(forged.statementUpdated({ slug, after: await cursor() }))).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const nowhere = new HubClient({ url: 'http://127.0.0.1:1/graphql', retry: { ...retry, attempts: 3 } });
  expect(await failureOf(nowhere.statementUpdated({ slug, after: 'a' }))).toMatchObject({ code: 'NETWORK' });
});

test('a subscription of one’s own goes on from its own cursor', async () => {
  const document = graphql(`subscription ($slug: String!, $after: String) {
    statementUpdated(slug: $slug, after: $after) { place: cursor signature { nameAsSigned } }
  }`);
  const variables = { slug: statement.slug, after: await cursor() };
  const over = new HubClient({ url: network.url, retry });
  const updates = over.subscribe(document, variables, { cursorOf: (data) => data.statementUpdated.place });
  const read: unknown[] = [];
  const names = await sign(6);
  for await (const { statementUpdated } of updates) {
    read.push(statementUpdated.signature?.nameAsSigned);
    if (read.length === 2) network.cut();
    if (read.length === 6) break;
  }
  expect(read).toEqual(names);
});

test('coalitions and events are followed too', async () => {
  const { createCoalition } = await client.mutate(CreateCoalition, { input: { name: 'Another coalition' } });
  const { id, slug } = successOf(createCoalition).coalition;
  const role = { email, role: 'COORDINATOR', coalitionId: id } as const;
  successOf((await client.mutate(GrantRole, { input: role })).grantRole);
  const { subject } = await client.query(CoalitionCursor, { slug });
  const body = { code: 'HRC', name: 'Human Rights Council' };
  const days = { startsOn: '2022-09-12', endsOn: '2022-10-07' };
  const { createEvent } = await client.mutate(CreateEvent, {
    input: { title: 'A session', body, place: 'Geneva', ...days },
  });
  const { event } = successOf(createEvent);
  const place = (await client.query(ReadEvent, { slug: event.slug })).event?.updateCursor;
  const ofCoalition = client.coalitionUpdated({ slug, after: subject?.updateCursor });
  const ofEvent = client.eventUpdated({ slug: event.slug, after: place });

  const organisationId = await signer('A member');
  successOf((await client.mutate(AdmitMember, { input: { coalitionId: id, organisationId } })).admitMember);
  const item = { eventId: event.id, number: '4', title: 'Situations' };
  successOf((await client.mutate(AddAgendaItem, { input: item })).addAgendaItem);
  expect((await ofCoalition.next()).value).toMatchObject({
    kind: 'MEMBER_JOINED',
    coalition: { slug },
    organisation: { name: 'A member' },
  });
  // The cursor may have been read before the feed knew of the event's creation; then that comes first.
  const first = (await ofEvent.next()).value;
  const told = first?.kind === 'CREATED' ? (await ofEvent.next()).value : first;
  expect(told).toMatchObject({ event: { slug: event.slug }, agendaItem: { number: '4' } });
  await ofCoalition.return?.();
  await ofEvent.return?.();
});

test('a statement that was withdrawn tells it as its last update', async () => {
  const updates = client.statementUpdated({ slug: statement.slug, after: await cursor() });
  const { withdrawStatement } = await client.mutate(WithdrawStatement, {
    input: { statementId: statement.id },
  });
  expect(successOf(withdrawStatement).statement.status).toBe('WITHDRAWN');
  expect((await updates.next()).value).toMatchObject({ kind: 'WITHDRAWN' });
  await updates.return?.();
});
