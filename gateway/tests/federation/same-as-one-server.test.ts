import { afterAll, describe, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { oneServer, publicSchema, severalSubgraphs } from './federated-world.js';
import { randomOperation, seededRandom } from './random-operation.js';

const variables = { yes: true, first: 1 };
const runs = Number(process.env['FEDERATION_RUNS'] ?? 400);

/** A value of an enum that clients do not see is null; one server can only call it a mistake. */
const hidden = /^Enum "Genre" cannot represent/;

function failed({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ message }) => !hidden.test(message));
}

/** Some fields with `@requires` cannot be planned below others; the planner says so, and nothing is asked. */
const unplanned = /^Failed to plan query/;

const one = oneServer();
const several = severalSubgraphs();

afterAll(() => several.close());

async function expectTheSame(query: string) {
  one.forget();
  several.forget();
  const expected = await one.ask(query, variables);
  const { answer, error } = await several.ask(query, variables).then(
    (answered) => ({ answer: answered, error: undefined }),
    (reason: Error) => ({ answer: undefined, error: reason }),
  );
  if (query.includes('shipping') && unplanned.test(error?.message ?? '')) return;
  if (answer === undefined) throw error;
  const told = ({ data }: ExecutionResult, fails: boolean) => `${query}\n${JSON.stringify(data)}\n${fails}`;
  expect(told(answer, failed(answer))).toBe(told(expected, failed(expected)));
}

describe('several subgraphs', () => {
  test.each(['query', 'mutation'] as const)(
    'answer any %s as one server with the whole schema would',
    async (kind) => {
      const seed = Date.now() % 2_147_483_647;
      console.info(`${runs} operations from the seed ${seed}`);
      const random = seededRandom(seed);
      for (let run = 0; run < runs; run += 1) {
        await expectTheSame(randomOperation(publicSchema, kind, random));
      }
    },
    300_000,
  );

  test.each([
    '{ persons { friends(first: 1, from: 1) { name } friends(from: 1, first: 1) { born } } }',
    'query ($first: Int) { ...A ...B } fragment A on Query { persons { friends(from: 1, first: $first) { id } } } fragment B on Query { persons { friends(first: $first, from: 1) { name ...C } } } fragment C on Person { made { ...D } } fragment D on Media { title }',
  ])('merge %s', (query) => expectTheSame(query));
});
