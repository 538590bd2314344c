import { randomUUID } from 'node:crypto';
import { readContract } from '@coalition-hub/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { inBatches } from '../story/coalition-of-130.js';
import { FollowedUpdates } from '../whole-hub/followed-updates.js';
import { GraphClient, mutationSource } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { type Coordinated, coordinatedCoalition } from '../whole-hub/open-statement.js';
import { plainFields, reachable, walkQueries } from '../whole-hub/schema-walk.js';
import { type Hidden, hideThings, type PublicWorld, publicWorld, signFor } from './public-and-secret.js';

const schema = buildSchema((await readContract()).contract);

/** What only who is signed in may ask for at all. */
const forSignedIn = ['Query.viewer', 'Query.duplicateProposals', 'Query.organisationClaims'];

/** What is there for an organisation's own people only, and null for everybody else. */
const forOwnPeople = ['Organisation.auditLog', 'Organisation.mandates'];

/** People who signed in public, as they wanted to be named; and roles, which organisations have. */
const openByDesign = /^PersonInCapacity$|^CoalitionRoleTerm/;

/** Types of which the public is never shown anything, in the order in which they are reached. */
const forInsiders = ['CoalitionInvitation', 'Amendment', 'Comment', 'SigningInvitation'];

let hub: InProcessHub;
let world: PublicWorld;
let before: ReadonlyMap<string, string>;
let hidden: Hidden;

beforeAll(async () => {
  hub = await InProcessHub.start();
  world = await publicWorld(hub);
  await hub.settled();
  before = await everythingPublic();
  hidden = await hideThings(hub, world);
}, 180_000);

afterAll(() => hub?.stop());

/** What a signed-out reader gets, by the query. */
async function everythingPublic(): Promise<ReadonlyMap<string, string>> {
  const queries = walkQueries(
    schema,
    {
      'Query.statement(slug)': [world.delivered.slug],
      'Query.coalition(slug)': [world.coordinated.coalitionSlug],
      'Query.event(slug)': ['a-session'],
      'Query.organisation(id)': [world.organisationIds[0]],
      'Statement.revision(number)': [1, 2],
      'Statement.difference(from)': [1, 2],
      'Statement.difference(to)': [1, 2],
      'Statement.translation(language)': ['es'],
      'Organisation.similar(first)': [5],
    },
    ['Viewer', 'DuplicateProposal', 'OrganisationClaim'],
  );
  const reader = hub.signedOut();
  const answers = await inBatches(
    queries,
    8,
    async (query) => [query, (await reader.ask(query)).text] as const,
  );
  return new Map(answers);
}

describe('what is open to a reader who is not signed in', () => {
  test('has no type and no field for people, mailboxes, mandates or roles', () => {
    const roots = [schema.getQueryType(), schema.getSubscriptionType()];
    const types = roots.flatMap((root) => [
      ...reachable(root as GraphQLObjectType, [...forSignedIn, ...forOwnPeople]),
    ]);
    const names = types.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Statement', 'Organisation', 'Signature', 'StatementUpdate']),
    );
    const others = types.filter(([name]) => !openByDesign.test(name));
    expect(others.map(([name]) => name).filter((name) => /Mandate|Role|Viewer|Person/.test(name))).toEqual(
      [],
    );
    const fields = others.flatMap(([type, own]) => own.map((field) => `${type}.${field}`));
    const telling = fields.filter((field) => /mail|person|mandate|decided|viewer/i.test(field));
    expect(new Set(telling)).toEqual(new Set(['Signature.person', 'Amendment.decidedAt']));
  });

  test('answers every way through the graph, and none with an error', () => {
    const answers = [...before.values()];
    process.stdout.write(`${answers.length} ways through the public graph were walked\n`);
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter((text) => text.includes('"errors"')).slice(0, 3)).toEqual([]);
    const types = new Set(
      answers.flatMap((text) => [...text.matchAll(/"__typename":"(\w+)"/g)].map(([, name]) => name)),
    );
    const closed = [...forSignedIn, ...forOwnPeople];
    const all = [...reachable(schema.getQueryType() as GraphQLObjectType, closed).keys()];
    const plumbing = /^Query$|Connection$|Edge$|^PageInfo$/;
    expect(
      all.filter((name) => !plumbing.test(name) && !types.has(name)).filter((name) => !mayBeEmpty.has(name)),
    ).toEqual(forInsiders);
  });

  test('is the same to the byte after drafts, people and mandates were added', async () => {
    const after = await everythingPublic();
    const changed = [...after].filter(([query, text]) => before.get(query) !== text);
    expect(changed.slice(0, 3)).toEqual([]);
  }, 120_000);

  test('holds nothing of them, nor of what was revised before opening', () => {
    const secrets = [...world.secrets, ...hidden.secrets];
    const found = [...before].filter(([, text]) => secrets.some((secret) => text.includes(secret)));
    expect(found.slice(0, 3)).toEqual([]);
  });

  test('an organisation’s own affairs are null, for a stranger as for who is signed out', async () => {
    const list = '(first: 5) { totalCount edges { node { id } } }';
    const query = `{ organisations { edges { node { auditLog${list} mandates${list} } } } }`;
    for (const reader of [hub.signedOut(), await hub.person('no-representative@example.net')]) {
      const { organisations } = await reader.query<{ organisations: { edges: { node: object }[] } }>(query);
      expect(organisations.edges.length).toBeGreaterThan(5);
      for (const { node } of organisations.edges) expect(node).toEqual({ auditLog: null, mandates: null });
    }
  });

  test('a viewer is null', async () => {
    expect((await hub.signedOut().ask('{ viewer { id roles { id } mandates { id } } }')).text).toBe(
      '{"data":{"viewer":null}}',
    );
  });

  test('live updates hold nothing of it, even from a cursor of the draft', async () => {
    const update = schema.getType('StatementUpdate') as GraphQLObjectType;
    const [revision, signature, statement, organisation] = [
      'Revision',
      'Signature',
      'Statement',
      'Organisation',
    ].map((name) => plainFields(schema.getType(name) as GraphQLObjectType));
    const source = `subscription ($slug: String!, $after: String) { statementUpdated(slug: $slug, after: $after) {
      ${plainFields(update)} revision { ${revision} } statement { ${statement} revisions { edges { node { ${revision} } } } }
      signature { ${signature} organisation { ${organisation} } } } }`;
    const told: string[] = [];
    const client = createClient({
      url: hub.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const variables = { slug: world.delivered.slug, after: world.draftCursor };
    for await (const event of client.iterate({ query: source, variables })) {
      told.push(JSON.stringify(event));
      // Opened, five signed, closed, delivered, opened again, one signed.
      if (told.length === 10) break;
    }
    await client.dispose();
    const secrets = [...world.secrets, ...hidden.secrets];
    expect(told.filter((text) => text.includes('"errors"'))).toEqual([]);
    expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  });
});

/** Types of which this hub has nothing. */
const mayBeEmpty = new Set(['VenueFinding']);

describe('a draft that is hidden, and one that never was, are the same to the byte', () => {
  let outsiders: Record<string, GraphClient>;
  let elsewhere: Coordinated;

  beforeAll(async () => {
    elsewhere = await coordinatedCoalition(hub, world.administrator, 'Elsewhere', 'elsewhere@example.net');
    outsiders = {
      'a reader who is not signed in': hub.signedOut(),
      'a stranger': await hub.person('stranger@example.net'),
      'a coordinator of another coalition': elsewhere.coordinator,
      'an administrator': world.administrator,
      'a representative of an organisation that is no co-author': await outsider(),
    };
  });

  async function outsider(): Promise<GraphClient> {
    const email = 'outsider@example.net';
    await world.administrator.succeed('grantMandate', {
      organisationId: world.organisationIds[7],
      email,
      scopes: ['SIGN', 'REVISE'],
      decidedOn: '2022-01-01',
      decidedBy: 'Members',
    });
    return hub.person(email);
  }

  const names = [
    'a reader who is not signed in',
    'a stranger',
    'a coordinator of another coalition',
    'an administrator',
    'a representative of an organisation that is no co-author',
  ];

  /** What somebody is told of a statement, without its name and the request's. */
  async function told(client: GraphClient, query: string, variables: object, name: string): Promise<string> {
    const { status, text } = await client.ask(query, variables);
    return anonymous(`${status} ${text}`, name);
  }

  function anonymous(text: string, name: string): string {
    return text.replaceAll(name, '…').replace(/"requestId":"[^"]+"/g, '');
  }

  test.each(names)('in queries of %s', async (who) => {
    const client = outsiders[who] as GraphClient;
    const query = 'query ($slug: String!) { statement(slug: $slug) { id title status updateCursor } }';
    const answer = (slug: string) => told(client, query, { slug }, slug);
    expect(await answer(hidden.draft.slug)).toBe(await answer('never-drafted'));
    expect(await answer(hidden.draft.slug)).toBe('200 {"data":{"statement":null}}');
    const lists = `query ($coalitionId: ID) {
      statements(filter: { statuses: [DRAFT, WITHDRAWN], coalitionId: $coalitionId }) { totalCount edges { cursor } }
      calls: statements(filter: { kinds: [CALL_TO_ACTION] }) { totalCount edges { cursor } } }`;
    const { text } = await client.ask(lists, { coalitionId: world.coordinated.coalitionId });
    const none = { totalCount: 0, edges: [] };
    expect(text).toBe(JSON.stringify({ data: { statements: none, calls: none } }));
    const members = `{ coalition(slug: "a-coalition") { statements { totalCount edges { node { title } } } } }`;
    expect((await client.ask(members)).text).toBe(
      before.get(members) ?? (await hub.signedOut().ask(members)).text,
    );
  });

  test.each(names)('in mutations of %s', async (who) => {
    const client = outsiders[who] as GraphClient;
    const { digest } = hidden.draft;
    const list = { listId: randomUUID(), listDigest: digest };
    const mutations: Record<string, (statementId: string) => object> = {
      signStatement: (statementId) => ({
        statementId,
        revisionDigest: digest,
        organisationId: world.organisationIds[7],
        idempotencyKey: 'a-key-of-mine',
      }),
      reviseStatement: (statementId) => ({ statementId, basedOn: 1, title: 'T', text: 'T' }),
      withdrawStatement: (statementId) => ({ statementId }),
      openForSignature: (statementId) => ({
        statementId,
        revisionDigest: digest,
        closesAt: '2031-01-01T00:00:00Z',
      }),
      closeForSignature: (statementId) => ({ statementId }),
      startConsultation: (statementId) => ({ statementId }),
      addTranslation: (statementId) => ({
        ...{ statementId, revisionNumber: 1, language: 'es' },
        ...{ title: 'T', text: 'T' },
      }),
      commentOnStatement: (statementId) => ({ statementId, text: 'T' }),
      proposeAmendment: (statementId) => ({
        ...{ statementId, revisionNumber: 1 },
        ...{ passage: 'canary', replacement: 'T', reason: 'T' },
      }),
      inviteToSign: (statementId) => ({ statementId, organisationIds: [world.organisationIds[7]] }),
      reportPersonSignature: (statementId) => ({
        ...{ statementId, revisionDigest: digest },
        person: { name: 'N', capacity: 'C' },
      }),
      recordDelivery: (statementId) => ({
        ...{ statementId, eventId: randomUUID(), ...list },
        ...{ deliveredOn: '2022-09-27', deliveredByIds: [world.organisationIds[7]] },
      }),
    };
    for (const [mutation, inputFor] of Object.entries(mutations)) {
      const answer = (id: string) => told(client, mutationSource(mutation), { input: inputFor(id) }, id);
      const [there, nowhere] = [await answer(hidden.draft.statementId), await answer(randomUUID())];
      expect([mutation, there]).toEqual([mutation, nowhere]);
      expect(there).toContain(who === 'a reader who is not signed in' ? 'UNAUTHENTICATED' : 'NOT_FOUND');
    }
  });

  test.each(names)('in subscriptions of %s', async (who) => {
    const { token } = outsiders[who] as GraphClient;
    const overSocket = (slug: string, after?: string) => refusedOverSocket(token, { slug, after });
    const overEvents = (slug: string, after?: string) => refusedOverEvents(token, { slug, after });
    for (const subscribe of [overSocket, overEvents]) {
      const nowhere = anonymous(await subscribe('never-drafted'), 'never-drafted');
      expect(anonymous(await subscribe(hidden.draft.slug), hidden.draft.slug)).toBe(nowhere);
      expect(anonymous(await subscribe(hidden.draft.slug, hidden.cursor), hidden.draft.slug)).toBe(nowhere);
      expect(nowhere).toContain('BAD_USER_INPUT');
    }
  });

  const subscription = `subscription ($slug: String!, $after: String) {
    statementUpdated(slug: $slug, after: $after) { kind } }`;

  async function refusedOverSocket(token: string | null, variables: object): Promise<string> {
    const client = createClient({
      ...{ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 },
      connectionParams: token === null ? {} : { token },
    });
    const first = client.iterate({ query: subscription, variables: { ...variables } }).next();
    const refused = await first.then(
      ({ value }) => JSON.stringify(value),
      (error: unknown) => JSON.stringify(error),
    );
    await client.dispose();
    return refused;
  }

  async function refusedOverEvents(token: string | null, variables: object): Promise<string> {
    const { headers } = new GraphClient(hub.url, token);
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: subscription, variables }),
    });
    return `${response.status} ${await response.text()}`;
  }

  test('an entity cannot be asked for by its id alone', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    const ask = (id: string) => told(hub.signedOut(), query, { r: [{ __typename: 'Statement', id }] }, id);
    const there = await ask(hidden.draft.statementId);
    expect(there).toBe(await ask(randomUUID()));
    expect(there).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('while whoever writes it reads it', async () => {
    const { coordinator } = world.coordinated;
    const query = 'query ($slug: String!) { statement(slug: $slug) { title status } }';
    expect(await coordinator.query(query, { slug: hidden.draft.slug })).toEqual({
      statement: { title: 'Canary title', status: 'DRAFT' },
    });
  });
});

describe('logs', () => {
  test('hold no mailbox, name, title or key', async () => {
    const live = FollowedUpdates.overWebSocket(hub.url, {
      slug: world.delivered.slug,
      after: world.draftCursor,
    });
    await live.received(10);
    await signFor(world.representative, world.delivered, world.organisationIds[7] ?? '');
    await live.received(11);
    await live.disconnect();
    expect(hub.logged.filter((line) => /canary|example\.(org|net)|Board/i.test(line))).toEqual([]);
  });
});
