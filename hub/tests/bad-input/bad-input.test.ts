import { readContract } from '@coalition-hub/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLInputObjectType } from 'graphql';
import type { AnswerError, Outcome } from '../whole-hub/graph-client.js';
import { mutationSource } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { leaksOf } from '../whole-hub/leaks.js';
import { type GoodInputs, goodInputs } from './good-inputs.js';
import { spoiled } from './hostile-values.js';

const schema = buildSchema((await readContract()).contract);
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

/** Codes that say what was wrong with a request. */
const telling = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_TOO_EXPENSIVE', 'BODY_TOO_LARGE'];

/** In bytes: what was sent is not to come back whole. */
const longestAnswer = 4_000;

let hub: InProcessHub;
let good: GoodInputs;
let before: Record<string, number>;

beforeAll(async () => {
  hub = await InProcessHub.start();
  good = await goodInputs(hub);
  before = await hub.rowCounts();
}, 120_000);

afterAll(() => hub?.stop());

/** What is wrong with an answer to something that should have been refused. */
function faultsOf(text: string): string[] {
  const { data, errors } = JSON.parse(text) as Answer;
  const outcome = Object.values(data ?? {})[0];
  const refused = errors ? telling.includes(errors[0]?.extensions.code ?? '') : isRefusal(outcome);
  const message = errors ? errors[0]?.message : outcome?.message;
  return [
    ...(refused ? [] : [`not refused: ${text.slice(0, 300)}`]),
    ...(message ? [] : ['without a message']),
    ...(text.length > longestAnswer ? [`an answer of ${text.length} bytes`] : []),
    ...leaksOf(text),
  ];
}

/** A key that was used before says that an input with it was accepted, and hides what would become of this one. */
function isRefusal(outcome: Outcome | null | undefined): boolean {
  return outcome?.code !== undefined && outcome.code !== 'IDEMPOTENCY_KEY_REUSED';
}

interface Answer {
  readonly data?: Readonly<Record<string, Outcome | null>> | null;
  readonly errors?: readonly AnswerError[];
}

async function refusal(query: string, variables: object = {}) {
  const { text } = await good.person.ask(query, variables);
  expect(faultsOf(text)).toEqual([]);
  return JSON.parse(text) as Answer;
}

async function refusedWith(code: string, query: string, variables: object = {}): Promise<void> {
  const { errors } = await refusal(query, variables);
  expect(errors?.[0]?.extensions.code).toBe(code);
}

describe('every field of every mutation', () => {
  test('there is an input for each', () => {
    expect(new Set(Object.keys(good.inputs))).toEqual(new Set(mutations));
  });

  test.each(mutations)('%s refuses what its fields must not be', async (mutation) => {
    const { input } = Object.fromEntries(
      schema
        .getMutationType()
        ?.getFields()
        [mutation]?.args.map(({ name, type }) => [name, type]) ?? [],
    );
    const inputType = schema.getType(String(input).replace('!', '')) as GraphQLInputObjectType;
    const faults: string[] = [];
    for (const { what, input } of spoiled(inputType, good.inputs[mutation] ?? {})) {
      const { text } = await good.person.ask(mutationSource(mutation), { input });
      faults.push(...faultsOf(text).map((fault) => `${what}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

describe('memberships', () => {
  test.each([
    ['the same days', '2020-01-01', null],
    ['days within', '2021-01-01', '2021-12-31'],
    ['days that reach into it', '2019-01-01', '2020-01-01'],
  ])('that overlap are refused: %s', async (_what, joinedOn, endedOn) => {
    const { coalition: coalitionId, organisation: organisationId } = good.ids;
    const input = { coalitionId, organisationId, joinedOn, endedOn };
    const { data } = await refusal(mutationSource('admitMember'), { input });
    expect(data?.['admitMember']).toMatchObject({ __typename: 'MembershipOverlaps' });
  });

  test('cannot end before they begin', async () => {
    const input = { ...good.inputs['admitMember'], joinedOn: '2022-02-01', endedOn: '2022-01-31' };
    const { data } = await refusal(mutationSource('admitMember'), { input });
    expect(data?.['admitMember']).toMatchObject({ __typename: 'InvalidInput', field: 'endedOn' });
  });
});

describe('pages', () => {
  const lists = [
    'organisations(PAGE) { totalCount }',
    'coalitions(PAGE) { edges { cursor } }',
    'statements(PAGE) { totalCount edges { node { title } } }',
    'events(PAGE) { totalCount }',
    'organisation(slug: "member") { coalitions(PAGE) { edges { cursor } } }',
    'organisation(slug: "signer") { signatures(PAGE) { edges { cursor } } }',
    'coalition(slug: "a-coalition") { members(PAGE) { edges { cursor } } }',
    'coalition(slug: "a-coalition") { statements(PAGE) { edges { cursor } } }',
    'statement(slug: "closed") { signatures(PAGE) { edges { cursor } } }',
    'statement(slug: "closed") { signatures(PAGE, list: AT_DELIVERY) { edges { cursor } } }',
    'statement(slug: "closed") { revisions(PAGE) { edges { cursor } } }',
    'event(slug: "an-earlier-session") { deliveries(PAGE) { edges { cursor } } }',
  ];

  test.each(lists)('are never larger than 200, nor smaller than 1: %s', async (list) => {
    for (const first of [1_000_000_000, 201, 0, -1]) {
      const literal = await refusal(`{ ${list.replace('PAGE', `first: ${first}`)} }`);
      const variable = await refusal(`query ($n: Int) { ${list.replace('PAGE', 'first: $n')} }`, {
        n: first,
      });
      for (const { errors } of [literal, variable]) {
        expect(['BAD_USER_INPUT', 'OPERATION_TOO_EXPENSIVE']).toContain(errors?.[0]?.extensions.code);
      }
    }
    await refusal(`{ ${list.replace('PAGE', 'first: 2147483648')} }`);
  });

  test.each(lists)('go on only from cursors of the same list: %s', async (list) => {
    const { organisations } = await good.person.query<{ organisations: { edges: { cursor: string }[] } }>(
      '{ organisations(first: 1, orderBy: NAME_DESC) { edges { cursor } } }',
    );
    const foreign = organisations.edges[0]?.cursor ?? '';
    const { statement } = await good.person.query<{ statement: { updateCursor: string } }>(
      '{ statement(slug: "open") { updateCursor } }',
    );
    const cursors = [
      foreign,
      statement.updateCursor,
      'nonsense',
      '\u0000',
      'A'.repeat(40),
      'x'.repeat(1_000_000),
    ];
    for (const after of cursors) {
      const query = `query ($after: String) { ${list.replace('PAGE', 'after: $after')} }`;
      await refusedWith('BAD_USER_INPUT', query, { after });
    }
  });

  test('a cursor of one coalition’s members is none of the same coalition on another day', async () => {
    const members =
      'coalition(slug: "a-coalition") { members(first: 1, after: $after, asOf: $asOf) { edges { cursor } } }';
    const query = `query ($after: String, $asOf: Date) { ${members} }`;
    const { coalition } = await good.person.query<{
      coalition: { members: { edges: { cursor: string }[] } };
    }>(query, { asOf: '2020-06-01' });
    const after = coalition.members.edges[0]?.cursor;
    expect(after).toEqual(expect.any(String));
    await refusedWith('BAD_USER_INPUT', query, { after, asOf: '2020-07-01' });
  });
});

describe('arguments of queries', () => {
  test.each(['XX', 'es', 'ESP', '', '\u0000', 'x'.repeat(1_000_000)].map((country) => ({ country })))(
    'countries that are none are refused (%#)',
    async ({ country }) => {
      const queries = [
        'organisations(filter: { countries: [$country] }) { totalCount }',
        'coalition(slug: "a-coalition") { members(filter: { countries: [$country] }) { totalCount } }',
      ];
      // Signatures are filtered by the form alone: countries are copied into them, and may be of another year's list.
      if (country !== 'XX')
        queries.push(
          'statement(slug: "open") { signatures(filter: { countries: [$country] }) { totalCount } }',
        );
      for (const query of queries) {
        await refusedWith('BAD_USER_INPUT', `query ($country: String!) { ${query} }`, { country });
      }
    },
  );

  test.each(['2022-02-30', 'yesterday', '', '2022-09-27T00:00:00Z'])(
    'days that are none are refused (%s)',
    async (day) => {
      const queries = [
        'coalition(slug: "a-coalition") { members(asOf: $day) { totalCount } }',
        'organisation(slug: "member") { coalitions(asOf: $day) { totalCount } }',
        'events(filter: { from: $day }) { totalCount }',
      ];
      for (const query of queries) {
        await refusal(`query ($day: Date) { ${query} }`, { day });
        await refusal(`{ ${query.replace('$day', JSON.stringify(day))} }`);
      }
    },
  );

  test.each(
    ['nonsense', '', '\u0000', '\ud800', "' or 1=1 --", 'x'.repeat(400_000)].map((name) => ({ name })),
  )('what nothing is called finds nothing (%#)', async ({ name }) => {
    const query = `query ($slug: String!, $id: ID!) {
        statement(slug: $slug) { id } coalition(slug: $slug) { id } event(slug: $slug) { id }
        bySlug: organisation(slug: $slug) { id } byId: organisation(id: $id) { id }
      }`;
    const { text } = await good.person.ask(query, { slug: name, id: name });
    const data = { statement: null, coalition: null, event: null, bySlug: null, byId: null };
    expect(JSON.parse(text)).toEqual({ data });
  });

  test('what asks for two things at once, or for none, is refused', async () => {
    await refusedWith('BAD_USER_INPUT', '{ organisation { id } }');
    await refusedWith('BAD_USER_INPUT', '{ organisation(id: "a", slug: "b") { id } }');
    await refusal('query ($n: Int!) { statement(slug: "open") { revision(number: $n) { id } } }', {
      n: 2 ** 31,
    });
  });
});

describe('documents', () => {
  test.each([
    ['no GraphQL', 'nonsense ('],
    ['an unknown field', '{ secrets }'],
    ['an entity of a subgraph', '{ _entities(representations: []) { __typename } }'],
    ['the SDL of a subgraph', '{ _service { sdl } }'],
    [
      'a list of lists of lists',
      `{ organisations(first: 200) { edges { node { signatures(first: 200) { edges { node {
      statement { signatures(first: 200) { edges { node { id } } } } } } } } } } }`,
    ],
    [
      'the same again and again',
      `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`,
    ],
  ])('are refused that are %s', async (_what, query) => {
    const { text } = await good.person.ask(query);
    const { data, errors } = JSON.parse(text) as Answer;
    expect(data ?? null).toBeNull();
    expect([...telling, 'GRAPHQL_PARSE_FAILED', 'OPERATION_TOO_LARGE']).toContain(
      errors?.[0]?.extensions.code,
    );
    expect(leaksOf(text)).toEqual([]);
  });

  test('are refused that are larger than a megabyte', async () => {
    const { status, text } = await good.person.ask('{ viewer { id } }', { unused: 'x'.repeat(1_100_000) });
    expect([status, leaksOf(text), text.length < longestAnswer]).toEqual([413, [], true]);
  });
});

describe('after all this', () => {
  test('nothing was stored', async () => {
    expect(await hub.rowCounts()).toEqual(before);
  });

  test('the hub has met nothing that it did not expect', () => {
    expect(hub.logged.filter((line) => Number(JSON.parse(line).level) >= 40)).toEqual([]);
  });

  test('each input, left as it was, is accepted', async () => {
    const { revokeMandate, ...rest } = good.inputs;
    for (const [mutation, input] of Object.entries({ ...rest, revokeMandate })) {
      await good.person.succeed(mutation, input ?? {});
    }
  });
});
