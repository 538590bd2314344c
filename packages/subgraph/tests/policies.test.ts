import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definition } from './toy-service/toy-service.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

test('what nobody declared is reported: root fields, subscriptions and references', () => {
  expect([...definition.schema.undeclared].sort()).toEqual([
    'Orphan.__resolveReference',
    'Query.forgotten',
    'Subscription.tickedForgotten',
  ]);
});

describe('what nobody declared is denied to everybody', () => {
  const orphan = {
    query: 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
    of: [{ __typename: 'Orphan', id: '1' }],
  };

  test.each(['coordinator', 'stranger', null] as const)('to %s', async (who) => {
    const viewer = who && world[who];
    const answers = [
      await world.test.execute('{ forgotten { id } }', { viewer }),
      await world.test.execute(orphan.query, { viewer, variables: { of: orphan.of } }),
      await world.test.subscribe('subscription { tickedForgotten { number } }', { viewer }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});

test('for who signed in: allowed to one, refused to the other', async () => {
  const { personId } = world.stranger;
  expect(await world.test.data('{ members }', { viewer: world.stranger })).toEqual({ members: personId });
  expect(await world.test.execute('{ members }')).toMatchObject({
    data: { members: null },
    errors: [{ path: ['members'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('a denied field does not run, under any alias or fragment', async () => {
  const { errors, data } = await world.test.execute(
    '{ a: forgotten { id } ...F ... on Query { c: forgotten { id } } } fragment F on Query { b: forgotten { id } }',
    { viewer: world.coordinator },
  );
  expect(errors).toHaveLength(3);
  expect(data).toEqual({ a: null, b: null, c: null });
});
