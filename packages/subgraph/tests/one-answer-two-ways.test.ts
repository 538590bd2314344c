import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { innermost } from './toy-service/mishaps.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { type Operation, serveToy } from './toy-service/two-ways.js';

let world: ToyWorld;
let toy: Awaited<ReturnType<typeof serveToy>>;
let noteIds: string[];

beforeAll(async () => {
  world = await startToyWorld();
  toy = await serveToy(world);
  const notes = await Promise.all(['a', 'b', 'b', 'c'].map((title) => world.writeNote({ title })));
  noteIds = notes.map(({ note }) => note?.id ?? '');
});
afterAll(async () => {
  await toy.server.stop();
  await world.test.stop();
});

const page = `query ($boardId: ID!, $first: Int, $after: String) {
  notes(boardId: $boardId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ...N } } } }
  fragment N on Note { id words: title }`;

const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Note { id title } } }`;

const write = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename
  ... on WriteNoteSuccess { note { title } } ... on Refusal { code message } ... on InvalidInput { field } } }`;

const deep = (levels: number) =>
  `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} } '.repeat(levels)} } } }`;

const aliases = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${index}: members`).join(' ');

const both = async (operation: Operation): Promise<{ http: string; inProcess: string }> => {
  const requestId = randomUUID();
  const [http, inProcess] = [
    await toy.overHttp(operation, requestId),
    await toy.inProcess(operation, requestId),
  ];
  return { http, inProcess };
};

/** Names of what is asked, what is asked, and what both answers must contain. */
const asked: readonly (readonly [string, () => Operation, string])[] = [
  ['a page', () => ({ query: page, variables: { boardId: world.boardId, first: 2 } }), '"hasNextPage":true'],
  [
    'a literal page size',
    () => ({ query: `{ notes(boardId: "${world.boardId}", first: 1) { totalCount } }` }),
    ':4',
  ],
  ['an empty list', () => ({ query: page, variables: { boardId: randomUUID() } }), '"edges":[]'],
  [
    'a named operation of two',
    () => ({ query: 'query A { __typename } query B { members }', operationName: 'A' }),
    'Query',
  ],
  ['introspection', () => ({ query: '{ __type(name: "Note") { fields { name } } }' }), '"fields"'],
  ['the SDL', () => ({ query: '{ _service { sdl } }' }), '@key'],
  [
    'skipped and included',
    () => ({
      query: 'query ($no: Boolean!) { members @include(if: $no) __typename @skip(if: $no) }',
      variables: { no: false },
    }),
    'Query',
  ],

  [
    'a variable of the wrong type',
    () => ({ query: page, variables: { boardId: world.boardId, first: 'two' } }),
    'BAD_USER_INPUT',
  ],
  ['a variable that is missing', () => ({ query: page, variables: {} }), 'BAD_USER_INPUT'],
  ['a variable that is null', () => ({ query: page, variables: { boardId: null } }), 'BAD_USER_INPUT'],
  [
    'an input without a field',
    () => ({ query: write, variables: { input: { title: 'x' } }, viewer: world.coordinator }),
    'BAD_USER_INPUT',
  ],
  [
    'an input with a field too many',
    () => ({
      query: write,
      variables: { input: { boardId: 'x', title: 'x', extra: 1 } },
      viewer: world.coordinator,
    }),
    'BAD_USER_INPUT',
  ],
  [
    'a page size out of bounds',
    () => ({ query: page, variables: { boardId: world.boardId, first: 1_000_000_000 } }),
    'BAD_USER_INPUT',
  ],
  [
    'a page size beyond 32 bits',
    () => ({ query: page, variables: { boardId: world.boardId, first: 1e10 } }),
    'BAD_USER_INPUT',
  ],
  [
    'a foreign cursor',
    () => ({ query: page, variables: { boardId: world.boardId, after: 'foreign' } }),
    'BAD_USER_INPUT',
  ],
  [
    'an unknown enum value',
    () => ({ query: 'query ($kind: Mishap!) { mishap(kind: $kind) }', variables: { kind: 'SQUALL' } }),
    'BAD_USER_INPUT',
  ],

  ['an unknown field', () => ({ query: '{ notes { nothing } }' }), 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown argument', () => ({ query: '{ members(of: 1) }' }), 'GRAPHQL_VALIDATION_FAILED'],
  ['no operation of that name', () => ({ query: 'query A { members }', operationName: 'B' }), 'errors'],
  ['an ambiguous operation', () => ({ query: 'query A { members } query B { members }' }), 'errors'],
  ['too deep', () => ({ query: deep(30) }), 'OPERATION_TOO_EXPENSIVE'],
  ['introspection that goes round', () => ({ query: deep(6) }), 'GRAPHQL_VALIDATION_FAILED'],
  ['too many aliases', () => ({ query: `{ ${aliases(501)} }` }), 'OPERATION_TOO_EXPENSIVE'],

  ['for members, signed in', () => ({ query: '{ members }', viewer: world.stranger }), '"members":"'],
  ['for members, signed out', () => ({ query: '{ members }' }), 'UNAUTHENTICATED'],
  [
    'a field without a policy',
    () => ({ query: '{ forgotten { id } }', viewer: world.coordinator }),
    'FORBIDDEN',
  ],
  ['a reference without a policy', () => ({ query: '{ forgotten { id } }' }), 'FORBIDDEN'],

  ['a fault of SQL', () => ({ query: '{ mishap(kind: SQL) __typename }' }), 'INTERNAL'],
  ['a thrown string', () => ({ query: '{ mishap(kind: STRING) }' }), 'INTERNAL'],
  ['a thrown error', () => ({ query: '{ mishap(kind: ERROR) }' }), 'INTERNAL'],
  ['a fault meant for clients', () => ({ query: '{ mishap(kind: FAULT) }' }), 'This was meant for you.'],
  ['a fault where null may not be', () => ({ query: '{ disaster(kind: SQL) }' }), 'INTERNAL'],
  ['null where it may not be', () => ({ query: '{ disaster(kind: NULL) }' }), 'INTERNAL'],
  [
    'some fields faulty, others well',
    () => ({ query: '{ a: mishap(kind: SQL) b: mishap(kind: NONE) c: mishap(kind: FAULT) }' }),
    '"b":"well"',
  ],
  [
    'a fault deep in a list',
    () => ({
      query: `{ notes(boardId: "${world.boardId}") { edges { node { title mishapBelow(kind: ERROR) } } } }`,
    }),
    '"path":["notes","edges",3,"node","mishapBelow"]',
  ],

  [
    'a refusal',
    () => ({
      query: write,
      variables: { input: { boardId: randomUUID(), title: 'x' } },
      viewer: world.coordinator,
    }),
    'NOT_FOUND',
  ],
  [
    'a refused title',
    () => ({
      query: write,
      variables: { input: { boardId: world.boardId, title: '' } },
      viewer: world.coordinator,
    }),
    '"field":"title"',
  ],
  [
    'a forbidden mutation',
    () => ({
      query: write,
      variables: { input: { boardId: world.boardId, title: 'x' } },
      viewer: world.stranger,
    }),
    'FORBIDDEN',
  ],
  [
    'a mutation, signed out',
    () => ({ query: write, variables: { input: { boardId: world.boardId, title: 'x' } } }),
    'UNAUTHENTICATED',
  ],
  [
    'a constraint that nobody mapped',
    () => ({
      query: write,
      variables: { input: { boardId: world.boardId, title: 'unmapped constraint' } },
      viewer: world.coordinator,
    }),
    'INTERNAL',
  ],
  [
    'a mutation',
    () => ({
      query: write,
      variables: { input: { boardId: world.boardId, title: 'written', idempotencyKey: 'two-ways-1' } },
      viewer: world.coordinator,
    }),
    'written',
  ],
  [
    'two mutations in order',
    () => ({
      query: `mutation ($a: WriteNoteInput!, $b: WriteNoteInput!) { a: writeNote(input: $a) { __typename } b: writeNote(input: $b) { __typename } }`,
      variables: {
        a: { boardId: world.boardId, title: '', idempotencyKey: 'two-ways-2' },
        b: { boardId: world.boardId, title: 'x', idempotencyKey: 'two-ways-3' },
      },
      viewer: world.coordinator,
    }),
    'WriteNoteSuccess',
  ],

  [
    'entities',
    () => ({ query: entities, variables: { of: noteIds.map((id) => ({ __typename: 'Note', id })) } }),
    '"title":"c"',
  ],
  [
    'unknown entities',
    () => ({
      query: entities,
      variables: {
        of: [
          { __typename: 'Note', id: randomUUID() },
          { __typename: 'Note', id: noteIds[0] },
        ],
      },
    }),
    '[null,{',
  ],
  [
    'malformed ids',
    () => ({
      query: entities,
      variables: {
        of: ['', 'x', '\u0000', 7, null, { a: 1 }, ['b']].map((id) => ({ __typename: 'Note', id })),
      },
    }),
    '[null,null,null,null,null,null,null]',
  ],
  [
    'a representation without a type',
    () => ({ query: entities, variables: { of: [{ id: noteIds[0] }] } }),
    'errors',
  ],
  [
    'a representation of an unknown type',
    () => ({ query: entities, variables: { of: [{ __typename: 'Nothing', id: '1' }] } }),
    'errors',
  ],
  [
    'a representation of a type that is no entity',
    () => ({ query: entities, variables: { of: [{ __typename: 'PageInfo' }] } }),
    'errors',
  ],
  [
    'a representation that is no object',
    () => ({ query: entities, variables: { of: ['Note', 1, true] } }),
    'errors',
  ],
  ['a null representation', () => ({ query: entities, variables: { of: [null] } }), 'BAD_USER_INPUT'],
  [
    'representations that are no list',
    () => ({ query: entities, variables: { of: { __typename: 'Note', id: 'x' } } }),
    'null',
  ],
  [
    'a type named like a property of objects',
    () => ({
      query: entities,
      variables: { of: ['__proto__', 'constructor'].map((__typename) => ({ __typename })) },
    }),
    'errors',
  ],
  [
    'an entity whose reference nobody gave',
    () => ({
      query: entities,
      variables: { of: [{ __typename: 'Orphan', id: '1' }] },
      viewer: world.coordinator,
    }),
    'FORBIDDEN',
  ],
  ['no representations', () => ({ query: entities, variables: { of: [] } }), '[]'],
  [
    'too many representations',
    () => ({
      query: entities,
      variables: { of: Array.from({ length: 20_001 }, () => ({ __typename: 'Note', id: 'x' })) },
    }),
    'OPERATION_TOO_EXPENSIVE',
  ],
];

test.each(asked)('%s', async (_name, operation, part) => {
  const { http, inProcess } = await both(operation());
  expect(http).toBe(inProcess);
  expect(http).toContain(part);
  expect(http).not.toContain(innermost);
  expect(http).not.toMatch(/stacktrace|node_modules|note_title_forbidden|note_that_is_not|at \w+ \(/);
});

test('neither runs another operation than the one that was named', async () => {
  const variables = { input: { boardId: world.boardId, title: 'x' } };
  const query = 'mutation Write($input: WriteNoteInput!) { writeNote(input: $input) { __typename } }';
  const before = await world.stored();
  const { http } = await both({ query, variables, operationName: 'Wrote', viewer: world.coordinator });
  expect(JSON.parse(http)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  expect(await world.stored()).toEqual(before);
});

describe('subscriptions', () => {
  const watched: readonly (readonly [string, () => Operation, string, number])[] = [
    [
      'events',
      () => ({
        query: 'subscription ($times: Int!) { ticked(times: $times) { number } }',
        variables: { times: 3 },
      }),
      '"number":3',
      3,
    ],
    ['no events', () => ({ query: 'subscription { ticked(times: 0) { number } }' }), '', 0],
    [
      'a fault within events',
      () => ({ query: 'subscription { ticked(times: 2) { number mishap(kind: SQL) } }' }),
      'INTERNAL',
      2,
    ],
    [
      'a source that breaks',
      () => ({ query: 'subscription { ticked(times: 3, breakAt: 2) { number } }' }),
      'INTERNAL',
      2,
    ],
    [
      'for members, signed in',
      () => ({ query: 'subscription { tickedForMembers { number } }', viewer: world.stranger }),
      '"number":1',
      1,
    ],
    [
      'for members, signed out',
      () => ({ query: 'subscription { tickedForMembers { number } }' }),
      'UNAUTHENTICATED',
      1,
    ],
    [
      'without a policy',
      () => ({ query: 'subscription { tickedForgotten { number } }', viewer: world.coordinator }),
      'FORBIDDEN',
      1,
    ],
    [
      'bad variables',
      () => ({
        query: 'subscription ($times: Int!) { ticked(times: $times) { number } }',
        variables: { times: 'x' },
      }),
      'BAD_USER_INPUT',
      1,
    ],
    ['an unknown field', () => ({ query: 'subscription { tocked }' }), 'GRAPHQL_VALIDATION_FAILED', 1],
    ['a query sent to subscribe', () => ({ query: '{ mishap(kind: NONE) }' }), 'well', 1],
  ];

  test.each(watched)('%s', async (_name, operation, part, count) => {
    const requestId = randomUUID();
    const [socket, inProcess] = [
      await toy.eventsOverSocket(operation(), requestId),
      await toy.eventsInProcess(operation(), requestId),
    ];
    expect(socket).toEqual(inProcess);
    expect(socket).toHaveLength(count);
    expect(socket.join()).toContain(part);
    expect(socket.join()).not.toContain(innermost);
  });
});
