import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { appendUpdates } from '../src/projections/append-updates.js';
import { Listener } from './listener.js';
import { type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
const listeners: Listener[] = [];

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.leave()));
});

afterAll(() => hub.stop());

/** A draft with this many revisions. */
async function drafted(revisions: number): Promise<Draft> {
  const draft = await hub.draft();
  for (let number = 1; number < revisions; number += 1) await hub.revise(draft.id, number);
  await hub.test.settled();
  return draft;
}

const viewer = (name: string) => hub.test.viewer(`${name}-${randomUUID()}@example.org`);

async function insiders({ id }: Draft): Promise<Viewer[]> {
  const [first = '', second = ''] = hub.coAuthorIds;
  const [general, limited] = [viewer('general'), viewer('limited')];
  await hub.grantMandate(general, second, ['SIGN']);
  await hub.grantMandate(limited, first, ['SIGN'], id);
  await hub.test.settled();
  return [hub.coordinator, general, limited];
}

async function outsiders(): Promise<(Viewer | null)[]> {
  const [coAuthor = ''] = hub.coAuthorIds;
  const [elsewhere, outside, other, ended] = ['elsewhere', 'outside', 'other', 'ended'].map(viewer) as [
    Viewer,
    Viewer,
    Viewer,
    Viewer,
  ];
  await hub.grantCoordinator(elsewhere, randomUUID());
  await hub.grantMandate(outside, hub.otherOrganisationId, ['SIGN', 'REVISE']);
  await hub.grantMandate(other, coAuthor, ['SIGN', 'REVISE'], randomUUID());
  await hub.grantMandate(ended, coAuthor, ['SIGN'], null, '2001-01-01');
  await hub.test.settled();
  return [null, hub.stranger, elsewhere, outside, other, ended];
}

const below = `
  title currentRevision { number title }
  one: revision(number: $number) { number text digest statement { id } }
  revisions { totalCount edges { node { number text } } }`;

const everyWay = `query ($slug: String!, $of: StatementFilter, $number: Int!, $representations: [_Any!]!) {
  statement(slug: $slug) { ${below} }
  statements(filter: $of) { edges { node { ${below} } } }
  _entities(representations: $representations) {
    ... on Statement { ${below} }
    ... on Revision { id number text digest statement { slug } }
    ... on Coalition { statements { edges { node { ${below} } } } }
  }
}`;

/** What is read of a revision, named by its number and by its id, by every way there is to it. */
async function seen(asking: Viewer | null, { id, slug }: Draft, number: number, revisionId: string) {
  const representations = [
    { __typename: 'Statement', id },
    { __typename: 'Revision', id: revisionId },
    { __typename: 'Coalition', id: hub.coalitionId },
  ];
  const variables = { slug, of: { coalitionId: hub.coalitionId }, number, representations };
  return JSON.stringify(await hub.test.data(everyWay, { variables, viewer: asking }));
}

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly number: number } }[];
}

async function listed({ slug }: Draft, asking: Viewer | null = null, page: object = {}): Promise<Listed> {
  const source = `query ($slug: String!, $first: Int, $after: String) { statement(slug: $slug) {
    revisions(first: $first, after: $after) { totalCount edges { cursor node { number } } }
  } }`;
  const variables = { slug, ...page };
  const answer = await hub.test.data<{ statement: { revisions: Listed } }>(source, {
    variables,
    viewer: asking,
  });
  return answer.statement.revisions;
}

async function numbers(draft: Draft, asking: Viewer | null = null): Promise<number[]> {
  const { totalCount, edges } = await listed(draft, asking);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node: { number } }) => number);
}

describe('revisions from before the first opened one', () => {
  it('are, for whoever is no insider, byte for byte what does not exist', async () => {
    const draft = await drafted(3);
    await hub.opened(draft.id);
    const earlier = (await hub.revisions(draft.id)).slice(0, 2);
    for (const outsider of await outsiders()) {
      const absent = await seen(outsider, draft, 77, randomUUID());
      for (const { id, number } of earlier) expect(await seen(outsider, draft, number, id)).toBe(absent);
      expect(JSON.parse(absent)).toMatchObject({
        statement: {
          title: 'Impunity',
          currentRevision: { number: 3 },
          one: null,
          revisions: { totalCount: 1, edges: [{ node: { number: 3, text: 'After revision 2.' } }] },
        },
        _entities: [{ one: null }, null, {}],
      });
    }
  });

  it('stay there for insiders', async () => {
    const draft = await drafted(3);
    await hub.opened(draft.id);
    const [first] = await hub.revisions(draft.id);
    const text = 'We ask for an independent inquiry.';
    for (const insider of await insiders(draft)) {
      expect(JSON.parse(await seen(insider, draft, 1, first?.id ?? ''))).toMatchObject({
        statement: { one: { number: 1, text }, revisions: { totalCount: 3 } },
        _entities: [{ one: { number: 1, text } }, { id: first?.id, number: 1, text }, {}],
      });
      expect(await numbers(draft, insider)).toEqual([1, 2, 3]);
    }
  });

  it('are gone for who was an insider, also after a cursor from then', async () => {
    const draft = await drafted(3);
    const guest = viewer('guest');
    const revoke = await hub.grantMandate(guest, hub.coAuthorIds[0] ?? '', ['SIGN']);
    await hub.test.settled();
    const { edges } = await listed(draft, guest, { first: 1 });
    const after = edges[0]?.cursor;
    await hub.opened(draft.id);
    expect((await listed(draft, guest, { after })).edges.map(({ node }) => node.number)).toEqual([2, 3]);
    await revoke();
    await hub.test.settled();
    expect(await listed(draft, guest, { after })).toMatchObject({
      totalCount: 1,
      edges: [{ node: { number: 3 } }],
    });
  });

  it('are told by the smallest number that was ever opened, the opened one included', async () => {
    const draft = await drafted(4);
    await hub.opened(draft.id, 2);
    expect(await numbers(draft)).toEqual([2]);
    await hub.closed(draft.id);
    await hub.opened(draft.id, 3);
    expect(await numbers(draft)).toEqual([2, 3]);
    await hub.opened(draft.id, 4);
    expect(await numbers(draft)).toEqual([2, 3, 4]);
    const { rebuilt } = await hub.test.subgraph.service.projections.rebuild('updates');
    expect(rebuilt).toBe(true);
    expect(await numbers(draft)).toEqual([2, 3, 4]);
  });

  it('are all but the current one while only a delivery was heard of', async () => {
    const draft = await drafted(3);
    await hub.delivered(draft.id);
    expect(await numbers(draft)).toEqual([3]);
    const source = 'query ($slug: String!) { statement(slug: $slug) { currentRevision { number } } }';
    expect(await hub.test.data(source, { variables: { slug: draft.slug } })).toEqual({
      statement: { currentRevision: { number: 3 } },
    });
    await hub.opened(draft.id, 2);
    expect(await numbers(draft)).toEqual([2]);
  });

  it('are the same in whatever order deliveries and openings are heard', async () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`seed ${seed}`);
    const steps = fc.shuffledSubarray(['deliver', 2, 'close', 3, 4] as const, { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const draft = await drafted(4);
        for (const step of taken) {
          if (step === 'deliver') await hub.delivered(draft.id);
          else if (step === 'close') await hub.closed(draft.id);
          else await hub.opened(draft.id, step);
        }
        const last = taken.findLast((step) => typeof step === 'number') ?? 0;
        expect(await numbers(draft)).toEqual([2, 3, 4].filter((number) => number <= last));
        expect(await numbers(draft, hub.coordinator)).toEqual([1, 2, 3, 4]);
      }),
      { seed, numRuns: 5 },
    );
  });
});

async function updateCursor({ slug }: Draft): Promise<string> {
  const source = 'query ($slug: String!) { statement(slug: $slug) { updateCursor } }';
  const asking = { variables: { slug }, viewer: hub.coordinator };
  return (await hub.test.data<{ statement: { updateCursor: string } }>(source, asking)).statement
    .updateCursor;
}

async function listen({ slug }: Draft, after: string, asking: Viewer | null): Promise<Listener> {
  const listener = await Listener.start(hub, slug, { after, viewer: asking });
  listeners.push(listener);
  return listener;
}

/** Everything heard up to the signature that is made now. */
async function heardUntilSigned({ id }: Draft, ...waiting: readonly Listener[]): Promise<string[][]> {
  const [signature] = await hub.signed(id, 1);
  const last = ({ heard }: Listener) => heard.at(-1)?.signature?.id;
  await waitUntil(() => waiting.every((listener) => last(listener) === signature), { what: 'the signature' });
  return waiting.map(({ heard }) =>
    heard.map(({ kind, revision }) => (revision ? `${kind} ${revision.number}` : kind)),
  );
}

/** Tells the feed of a revision again, as if its event came only now. */
async function toldLate({ id: statementId }: Draft, number: number): Promise<void> {
  const revision = (await hub.revisions(statementId))[number - 1];
  if (revision === undefined) throw new Error('there is no such revision');
  const { id: revisionId, digest } = revision;
  const database = hub.test.subgraph.service.database.reads as unknown as Kysely<Tables>;
  await database.transaction().execute((tx) =>
    appendUpdates(tx, [
      {
        stream: 'statements',
        position: 1_000_000 + Number.parseInt(statementId.slice(0, 8), 16) * 10 + number,
        id: randomUUID(),
        type: 'STATEMENT_REVISED',
        subject: statementId,
        occurredAt: '2026-01-01T00:00:00.123456Z',
        data: { statementId, revisionId, number, digest },
      },
    ]),
  );
  hub.feed.wake(statementId);
}

describe('the feed from before the first opening', () => {
  it('is replayed to insiders only, from the table', async () => {
    const draft = await hub.draft();
    const start = await updateCursor(draft);
    await hub.revise(draft.id, 1);
    await hub.revise(draft.id, 2);
    await hub.test.settled();
    await hub.opened(draft.id);
    const inside = await Promise.all((await insiders(draft)).map((who) => listen(draft, start, who)));
    const outside = await Promise.all((await outsiders()).map((who) => listen(draft, start, who)));
    const told = await heardUntilSigned(draft, ...inside, ...outside);
    for (const kinds of told.slice(0, inside.length)) {
      expect(kinds).toEqual(['REVISED 2', 'REVISED 3', 'OPENED 3', 'SIGNED']);
    }
    for (const kinds of told.slice(inside.length)) expect(kinds).toEqual(['OPENED 3', 'SIGNED']);
  });

  it('is kept from others also while an insider’s following holds it in memory', async () => {
    const draft = await hub.draft();
    const start = await updateCursor(draft);
    const inside = await listen(draft, start, hub.coordinator);
    await hub.revise(draft.id, 1);
    await inside.until(1);
    await hub.opened(draft.id);
    await inside.until(2);
    const outside = await Promise.all([null, hub.stranger].map((who) => listen(draft, start, who)));
    const told = await heardUntilSigned(draft, inside, ...outside);
    expect(told).toEqual([
      ['REVISED 2', 'OPENED 2', 'SIGNED'],
      ['OPENED 2', 'SIGNED'],
      ['OPENED 2', 'SIGNED'],
    ]);
  });

  it('is not told to others either when it is heard after the opening', async () => {
    const draft = await drafted(3);
    await hub.opened(draft.id, 2);
    await hub.opened(draft.id, 3);
    const start = await updateCursor(draft);
    const inside = await listen(draft, start, hub.coordinator);
    const outside = await Promise.all([null, hub.stranger].map((who) => listen(draft, start, who)));
    for (const number of [1, 2, 3]) await toldLate(draft, number);
    const late = await Promise.all([null, hub.stranger].map((who) => listen(draft, start, who)));
    const [insider, ...others] = await heardUntilSigned(draft, inside, ...outside, ...late);
    expect(insider).toEqual(['CREATED 1', 'REVISED 2', 'REVISED 3', 'SIGNED']);
    expect(others).toEqual(Array(4).fill(['REVISED 3', 'SIGNED']));
  });

  it('does not hide a delivery that is heard before the opening', async () => {
    const draft = await hub.draft();
    const start = await updateCursor(draft);
    await hub.revise(draft.id, 1);
    await hub.test.settled();
    await hub.delivered(draft.id);
    const outside = await listen(draft, start, null);
    await outside.until(1);
    await hub.opened(draft.id);
    await hub.closed(draft.id);
    await hub.withdraw(draft.id);
    await outside.until(4);
    expect(outside.heard.map(({ kind }) => kind)).toEqual(['DELIVERED', 'OPENED', 'CLOSED', 'WITHDRAWN']);
  });

  it('hides a withdrawal that was heard before it', async () => {
    const draft = await hub.draft();
    const start = await updateCursor(draft);
    await hub.withdraw(draft.id);
    await hub.test.settled();
    await hub.opened(draft.id);
    const [inside, outside] = [await listen(draft, start, hub.coordinator), await listen(draft, start, null)];
    const told = await heardUntilSigned(draft, inside, outside);
    expect(told).toEqual([
      ['WITHDRAWN', 'OPENED 1', 'SIGNED'],
      ['OPENED 1', 'SIGNED'],
    ]);
  });
});
