import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ExecutionCache } from '../src/federation/execution-cache.js';
import { createPrepareOperation } from '../src/operations/prepare-operation.js';

const prepare = createPrepareOperation(buildSchema('type Query { a: Int }'), 100_000);

function operation(length: number) {
  const query = '{ a }'.padEnd(length);
  return prepare({ query, variables: {}, operationName: undefined }).parsed;
}

test('all variants of all operations share one bound, by number and by text', () => {
  const cache = new ExecutionCache<number>();
  const short = operation(10);
  for (let variant = 0; variant < 5_000; variant += 1) cache.set(short, String(variant), variant);
  expect([cache.size, cache.get(short, '3999'), cache.get(short, '4000')]).toEqual([1_000, undefined, 4_000]);
  const long = operation(10_000);
  for (let variant = 0; variant < 100; variant += 1) cache.set(long, String(variant), variant);
  expect([cache.size, cache.get(long, '49'), cache.get(long, '50')]).toEqual([50, undefined, 50]);
  cache.set(short, 'new', 1);
  expect([cache.get(long, '51'), cache.get(long, '50'), cache.get(short, 'new')]).toEqual([undefined, 50, 1]);
});

test('what is too long to be remembered pushes nothing out', () => {
  const cache = new ExecutionCache<number>();
  const short = operation(10);
  cache.set(short, '', 1);
  cache.set(operation(30_000), '', 2);
  cache.delete(short, 'unknown');
  expect([cache.size, cache.get(short, '')]).toEqual([1, 1]);
  cache.delete(short, '');
  expect(cache.size).toBe(0);
});
