import { badInput, type FaultCode, maskError } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { innermost } from './toy-service/mishaps.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

const inside = /innermost|select |insert |stack|node_modules|note_|constraint|violates|\.[jt]s\b|at \w+ \(/i;

describe('what a client reads', () => {
  test.each(['SQL', 'STRING', 'ERROR'])('of %s is one sentence, a code and the request id', async (kind) => {
    const { errors } = await world.test.execute(`{ mishap(kind: ${kind}) }`);
    expect(errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['mishap'],
        extensions: { code: 'INTERNAL', requestId: expect.any(String) },
      },
    ]);
  });

  test('of a violated constraint that nobody mapped is the same', async () => {
    const failed: unknown = await world.writeNote({ title: 'unmapped constraint' }).catch((error) => error);
    expect(String(failed)).toContain('Something went wrong on our side.');
    expect(String((failed as Error).message.split('\n')[0])).not.toMatch(inside);
  });

  test('of a missing value is the same: the schema is not the client’s concern', async () => {
    const { errors } = await world.test.execute('{ disaster(kind: NULL) }');
    expect(errors).toMatchObject([{ message: 'Something went wrong on our side.' }]);
  });
});

test('the log has the request id, the kind of error and where, and neither SQL nor values', async () => {
  const before = world.test.logged.length;
  const { errors } = await world.test.execute('{ mishap(kind: SQL) }');
  const lines = world.test.logged.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    {
      requestId: errors?.[0]?.extensions['requestId'],
      path: ['mishap'],
      error: { name: expect.any(String), code: expect.any(String), at: expect.any(Array) },
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain(innermost);
  expect(JSON.stringify(lines)).not.toMatch(/note_that_is_not|select /);
});

describe('a masked error', () => {
  const log = { error: () => undefined };
  const located = (originalError: Error) =>
    new GraphQLError(originalError.message, { path: ['a', 0], originalError });
  const codeOf = (error: unknown) => maskError(error, 'r', log).extensions['code'];

  test.each<readonly [string, unknown, FaultCode]>([
    ['a fault of ours', located(badInput('x')), 'BAD_USER_INPUT'],
    ['a refused connection', located(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), 'UNAVAILABLE'],
    ['a shutdown of PostgreSQL', located(Object.assign(new Error('x'), { code: '57P01' })), 'UNAVAILABLE'],
    ['too many connections', located(Object.assign(new Error('x'), { code: '53300' })), 'UNAVAILABLE'],
    ['one that is wrapped', located(new Error('x', { cause: { code: '08006' } })), 'UNAVAILABLE'],
    ['a full disk', located(Object.assign(new Error('x'), { code: '53100' })), 'INTERNAL'],
    ['no error at all', undefined, 'INTERNAL'],
    ['null', null, 'INTERNAL'],
    ['an object', { code: 'BAD_USER_INPUT', message: innermost }, 'INTERNAL'],
    ['a complaint about the operation', new GraphQLError('Variable "$x" …'), 'BAD_USER_INPUT'],
    [
      'a complaint that is wrapped',
      new GraphQLError('x', { originalError: new GraphQLError('x') }),
      'BAD_USER_INPUT',
    ],
    ['a complaint while running', new GraphQLError('Cannot return null …', { path: ['a'] }), 'INTERNAL'],
    [
      'one that pretends a code',
      located(Object.assign(new Error(innermost), { code: 'FORBIDDEN' })),
      'INTERNAL',
    ],
    ['one that goes round', located(circular()), 'INTERNAL'],
  ])('%s', (_what, error, code) => {
    expect(codeOf(error)).toBe(code);
    expect(JSON.stringify(maskError(error, 'r', log))).not.toContain(innermost);
  });

  test('has no other fields than message, path, code and request id', () => {
    const error = located(Object.assign(new Error(innermost), { detail: innermost, hint: innermost }));
    expect(Object.keys(maskError(error, 'r', log).toJSON())).toEqual(['message', 'path', 'extensions']);
  });
});

function circular(): Error {
  const error = new Error(innermost);
  error.cause = error;
  return error;
}
