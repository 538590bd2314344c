import { randomUUID } from 'node:crypto';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverable, type EventsWorld, startEventsWorld } from './events-world.js';

let world: EventsWorld;

beforeAll(async () => {
  world = await startEventsWorld();
});
afterAll(() => world.test.stop());

interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const list = `query ($filter: EventFilter, $first: Int, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id slug startsOn } } } }`;

async function events(variables: object) {
  const answer = await world.test.data<{
    events: Connection<{ id: string; slug: string; startsOn: string }>;
  }>(list, { variables: { ...variables } });
  return answer.events;
}

const slugs = (page: Connection<{ slug: string }>) => page.edges.map(({ node }) => node.slug);

describe('the list of events', () => {
  const body = { code: 'ACHPR', name: 'African Commission on Human and Peoples’ Rights' };

  beforeAll(async () => {
    for (const [slug, startsOn, endsOn] of [
      ['achpr73', '2022-10-20', '2022-11-09'],
      ['achpr71', '2022-04-21', '2022-05-13'],
      ['achpr72', '2022-07-19', '2022-08-02'],
      ['achpr72-forum', '2022-07-19', '2022-07-20'],
    ] as const)
      await world.createEvent({ body, slug, startsOn, endsOn });
    await world.createEvent({ slug: 'hrc51' });
  });

  test('those that begin last come first, ties included, and pages join without gap or repeat', async () => {
    const whole = await events({ filter: { bodies: ['ACHPR'] } });
    expect(slugs(whole).slice(0, 1)).toEqual(['achpr73']);
    expect(slugs(whole).at(-1)).toBe('achpr71');
    expect(whole.totalCount).toBe(4);
    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const next: Connection<{ slug: string }> = await events({
        filter: { bodies: ['ACHPR'] },
        first: 1,
        after,
      });
      walked.push(...slugs(next));
      after = next.pageInfo.endCursor;
      expect(next.pageInfo.hasNextPage).toBe(page < 3);
    }
    expect(walked).toEqual(slugs(whole));
  });

  test.each([
    ['by body, in any case', { bodies: ['achpr'] }, ['achpr73', 'achpr72', 'achpr72-forum', 'achpr71']],
    ['by no body', { bodies: [] }, []],
    ['by what is no code', { bodies: ['\u0000', 'a b', 'x'.repeat(1_000_000)] }, []],
    ['still going on', { bodies: ['ACHPR'], from: '2022-11-09' }, ['achpr73']],
    ['over by then', { bodies: ['ACHPR'], from: '2022-11-10' }, []],
    ['begun by then', { bodies: ['ACHPR'], to: '2022-04-21' }, ['achpr71']],
    ['not begun by then', { bodies: ['ACHPR'], to: '2022-04-20' }, []],
    ['between two days', { from: '2022-09-01', to: '2022-09-30' }, ['hrc51']],
  ])('is filtered %s', async (_what, filter, expected) => {
    const page = await events({ filter });
    expect(slugs(page).sort()).toEqual([...expected].sort());
    expect(page.totalCount).toBe(expected.length);
  });

  test('a cursor of another list, or of none, is refused', async () => {
    const { edges } = await events({ filter: { bodies: ['ACHPR'] } });
    for (const after of [edges[0]?.cursor ?? '', '', 'nonsense', 'A'.repeat(1_000_000)])
      await expect(events({ after })).rejects.toThrow('BAD_USER_INPUT');
  });

  test.each([0, -1, 201, 1_000_000_000])('first: %d is refused as variable and as literal', async (first) => {
    await expect(events({ first })).rejects.toThrow('BAD_USER_INPUT');
    const { errors } = await world.test.execute(`{ events(first: ${first}) { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('takes one statement, and one more for the count', async () => {
    await world.test.settled();
    const { statements } = await recordStatements(() => events({ first: 2 }));
    expect(statements).toHaveLength(2);
    await world.test.settled();
    const uncounted = await recordStatements(() => world.test.data('{ events { edges { node { slug } } } }'));
    expect(uncounted.statements).toHaveLength(1);
  });
});

test.each(['', 'nowhere', '\u0000', 'x'.repeat(1_000_000)])('no event has the slug %j', async (slug) => {
  const answer = await world.test.data('query ($slug: String!) { event(slug: $slug) { id } }', {
    variables: { slug },
  });
  expect(answer).toEqual({ event: null });
});

describe('deliveries', () => {
  test('a statement lists its own, oldest first', async () => {
    const input = await deliverable(world);
    await world.recordDelivery({ ...input, deliveredOn: '2022-10-03' });
    const { listId, listDigest } = await world.frozenList(input.statementId);
    await world.recordDelivery({ ...input, listId, listDigest, deliveredOn: '2022-09-12' });
    const answer = await world.test.data(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Statement { id deliveries { deliveredOn } } } }`,
      { variables: { of: [input.statementId, randomUUID(), 'no id'].map(asStatement) } },
    );
    expect(answer).toMatchObject({
      _entities: [
        { deliveries: [{ deliveredOn: '2022-09-12' }, { deliveredOn: '2022-10-03' }] },
        { deliveries: [] },
        { deliveries: [] },
      ],
    });
  });

  test('an event pages its own', async () => {
    const input = await deliverable(world);
    for (const deliveredOn of ['2022-09-20', '2022-09-13', '2022-09-20'])
      await world.recordDelivery({
        ...{ ...input, deliveredOn },
        ...(await world.frozenList(input.statementId)),
      });
    const page = (after: string | null) =>
      world.test.data<{ _entities: [{ deliveries: Connection<{ deliveredOn: string }> }] }>(
        `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Event {
          deliveries(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { deliveredOn } } } } } }`,
        { variables: { of: [{ __typename: 'Event', id: input.eventId }], after } },
      );
    const first = (await page(null))._entities[0].deliveries;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.edges.map(({ node }) => node.deliveredOn)).toEqual(['2022-09-13', '2022-09-20']);
    const second = (await page(first.pageInfo.endCursor))._entities[0].deliveries;
    expect(second.edges.map(({ node }) => node.deliveredOn)).toEqual(['2022-09-20']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('nested below many events and back they take one statement per kind, and none for counts of whole lists', async () => {
    for (let event = 0; event < 4; event += 1) await world.recordDelivery(await deliverable(world));
    await world.test.settled();
    const { statements, result } = await recordStatements(() =>
      world.test.data<{ events: Connection<object> }>(`{ events(first: 50) { edges { node {
        title agendaItems { number }
        deliveries { totalCount edges { node {
          listDigest statement { id deliveries { id } } deliveredBy { id } agendaItem { title } event { slug } } } } } } } }`),
    );
    expect(result.events.edges.length).toBeGreaterThan(4);
    // Events twice: in the list, and below their deliveries; agenda items likewise; deliveries below event and statement.
    expect(statements).toHaveLength(6);
  });

  test('unknown and malformed entities are null', async () => {
    const of = ['Event', 'Delivery'].flatMap((__typename) =>
      [randomUUID(), 'x', '', '\u0000'].map((id) => ({ __typename, id })),
    );
    const answer = await world.test.data(
      `query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`,
      {
        variables: { of },
      },
    );
    expect(answer).toEqual({ _entities: of.map(() => null) });
  });
});

function asStatement(id: string) {
  return { __typename: 'Statement', id };
}
