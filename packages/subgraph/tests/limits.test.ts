import {
  badInput,
  checkOperation,
  limitsFor,
  type OperationLimits,
  type Viewer,
} from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';
import { type GraphQLError, parse, validate } from 'graphql';
import { definition } from './toy-service/toy-service.js';

const { schema } = definition.schema;
const viewer: Viewer = { personId: 'person', sessionId: 'session', scopes: [], expiresAt: 0 };
const signedOut = limitsFor(null);

interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly limits?: OperationLimits;
}

/** As a gateway does it: parse within the tokens allowed, validate, check. */
function complaints(
  source: string,
  { variables = {}, operationName, limits = signedOut }: Asked = {},
): readonly GraphQLError[] {
  try {
    const document = parse(source, { maxTokens: limits.maxTokens });
    const invalid = validate(schema, document);
    return invalid.length > 0
      ? invalid
      : checkOperation({ schema, document, variables, operationName }, limits);
  } catch (error) {
    return [error as GraphQLError];
  }
}

const notes = (first: string, inside = 'edges { node { title } }') =>
  `notes(boardId: "b", first: ${first}) { ${inside} }`;
const repeated = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const tooExpensive = { extensions: { code: 'OPERATION_TOO_EXPENSIVE' } };

/** Levels of fragments, each spreading the next one several times. */
const bomb = (levels: number, spreads: number) =>
  `{ ...F0 } ${repeated(levels, (level) => `fragment F${level} on Query { ${repeated(spreads, () => `...F${level + 1}`)} }`)}
   fragment F${levels} on Query { members }`;

describe('what may run', () => {
  test.each([
    ['a page of 200', `{ ${notes('200')} }`],
    ['30 root fields', `{ ${repeated(29, (index) => `a${index}: members`)} members }`],
    [
      '60 aliases',
      `{ ${repeated(3, (index) => `n${index}: ${notes('1', `edges { node { ${repeated(19, (i) => `t${i}: title`)} } }`)}`)} }`,
    ],
    [
      'fragments that are used twice',
      `{ a: ${notes('1', '...P')} b: ${notes('1', '...P')} } fragment P on NoteConnection { totalCount }`,
    ],
  ])('%s', (_what, source) => {
    expect(complaints(source)).toEqual([]);
  });
});

const deep = `{ __schema { types ${'{ fields { type '.repeat(10)} { name } ${'} }'.repeat(10)} } }`;

/** Name, source and variables of operations that must not run. */
const refused: readonly (readonly [string, string, Readonly<Record<string, unknown>>?])[] = [
  ['31 root fields', `{ ${repeated(31, (index) => `a${index}: members`)} }`],
  [
    'root fields in fragments',
    `{ ...F ...G } ${['F', 'G'].map((name) => `fragment ${name} on Query { ${repeated(16, (i) => `${name}${i}: members`)} }`).join(' ')}`,
  ],
  ['61 aliases', `{ ${notes('1', `edges { node { ${repeated(61, (index) => `t${index}: title`)} } }`)} }`],
  [
    'aliases in a fragment used often',
    `{ ${repeated(10, (index) => `n${index}: ${notes('1', 'edges { node { ...T } }')}`)} } fragment T on Note { ${repeated(10, (index) => `t${index}: title`)} }`,
  ],
  ['a fragment bomb', bomb(14, 2)],
  ['a wide fragment bomb', bomb(4, 30)],
  [
    'a page of 200 at every of 30 root fields',
    `{ ${repeated(29, (index) => `n${index}: ${notes('200', 'edges { node { id title } } totalCount')}`)} ${repeated(0, () => '')} }`,
  ],
  ['more tokens than allowed', `{ ${repeated(4_001, () => 'members')} }`],
  ['1 MB of brackets', '{a'.repeat(500_000)],
  ['1 MB of one string', `{ notes(boardId: "${'x'.repeat(1_000_000)}", first: 201) { totalCount } `],
  ['deep introspection', deep],
  [
    'fields that might conflict',
    `{ ${repeated(1_000, () => 'members')} ...F } fragment F on Query { ${repeated(1_000, () => 'members')} a${repeated(1, () => 'b')} }`,
  ],
];

describe('what may not, and what refusing it costs', () => {
  test.each(refused)('%s', (_what, source, variables = {}) => {
    const before = process.cpuUsage();
    const errors = complaints(source, { variables, limits: { ...signedOut, maxCost: 5_000 } });
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1_000;
    console.info(`${milliseconds.toFixed(1)} ms of CPU: ${_what}`);
    expect(errors).not.toEqual([]);
    expect(milliseconds).toBeLessThan(50);
  });
});

describe('cost', () => {
  const limits = { ...signedOut, maxCost: 300 };
  const query = 'query ($first: Int) { notes(boardId: "b", first: $first) { edges { node { title } } } }';

  test('is the same whether the page size is a literal, a variable or a default', () => {
    const costs = [
      complaints(`{ ${notes('200')} }`, { limits }),
      complaints(query, { limits, variables: { first: 200 } }),
      complaints(query.replace('Int)', 'Int = 200)'), { limits }),
    ].map((errors) => errors.map(({ message }) => message));
    expect(costs[0]).toHaveLength(1);
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  });

  test('follows the variables of each request, though the document is the same', () => {
    const document = parse(query);
    const check = (first: unknown) => checkOperation({ schema, document, variables: { first } }, limits);
    expect(check(10)).toEqual([]);
    expect(check(200)).toMatchObject([tooExpensive]);
    expect(check(10)).toEqual([]);
    expect(check(1_000_000_000)).toMatchObject([tooExpensive]);
    expect(check(null)).toEqual([]);
  });

  test('is remembered for a bounded number of variables', () => {
    const document = parse(query);
    for (let first = 1; first <= 1_000; first += 1)
      checkOperation({ schema, document, variables: { first } }, limits);
    expect(checkOperation({ schema, document, variables: { first: 1_000 } }, limits)).toMatchObject([
      tooExpensive,
    ]);
  });

  test('leaves out what is skipped', () => {
    const skipped = `query ($no: Boolean!) { members ... @include(if: $no) { ${notes('200')} } }`;
    expect(complaints(skipped, { limits, variables: { no: false } })).toEqual([]);
    expect(complaints(skipped, { limits, variables: { no: true } })).toMatchObject([tooExpensive]);
  });

  test('is that of the operation that is named', () => {
    const two = `query Small { members } query Large { ${notes('200')} }`;
    expect(complaints(two, { limits, operationName: 'Small' })).toEqual([]);
    expect(complaints(two, { limits, operationName: 'Large' })).toMatchObject([tooExpensive]);
  });

  test('refuses variables that do not fit: what cannot be weighed is not let through', () => {
    expect(complaints(query, { limits, variables: { first: 'many' } })).toHaveLength(1);
  });

  test('may be higher for who signed in', () => {
    expect(limitsFor(viewer).maxCost).toBeGreaterThan(signedOut.maxCost);
  });
});

test('a complaint says what to do', () => {
  const [error] = complaints(`{ ${notes('200')} }`, { limits: { ...signedOut, maxCost: 100 } });
  expect(error?.message).toMatch(/may return \d+ objects, and 100 are allowed; ask for smaller pages/);
  expect(error?.constructor).toBe(badInput('').constructor);
});
