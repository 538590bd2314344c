import { compareContracts } from '@coalition-hub/schema';
import { expect, test } from '@jest/globals';

const before = 'type Query { statement(slug: String!): String withdrawn: Boolean } enum Kind { OPENED }';

test('an equal contract has no changes', () => {
  expect(compareContracts(before, before)).toEqual({ breaking: [], dangerous: [] });
});

test('an addition is no change that matters', () => {
  const after = before.replace('withdrawn', 'title: String withdrawn');
  expect(compareContracts(before, after)).toEqual({ breaking: [], dangerous: [] });
});

test('what may surprise a client is dangerous', () => {
  expect(compareContracts(before, before.replace('OPENED', 'OPENED CLOSED')).dangerous).toEqual([
    { type: 'VALUE_ADDED_TO_ENUM', description: 'CLOSED was added to enum type Kind.' },
  ]);
});

test('what makes an operation invalid is breaking', () => {
  expect(compareContracts(before, before.replace('withdrawn: Boolean', '')).breaking).toEqual([
    { type: 'FIELD_REMOVED', description: 'Query.withdrawn was removed.' },
  ]);
});
