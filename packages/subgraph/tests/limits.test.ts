import { badInput, checkOperation, limitsFor, type Viewer } from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { complaints, notes, repeated, schema, signedOut } from './weighed-operations.js';

const viewer: Viewer = { personId: 'person', sessionId: 'session', scopes: [], expiresAt: 0 };

const tooExpensive = { extensions: { code: 'OPERATION_TOO_EXPENSIVE' } };

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
