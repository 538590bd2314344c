import { describe, expect, test } from '@jest/globals';
import { startToyGateway } from './toy-gateway.js';

const inherited = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

describe('a field of the answer', () => {
  test.each(inherited)('cannot be named %s, for every object has that already', async (name) => {
    const { post } = await startToyGateway();
    for (const query of [
      `{ ${name}: whoAsks }`,
      `{ ...All } fragment All on Query { ${name}: whoAsks }`,
      `{ books { ${name}: title } }`,
      `{ ... { books { author { ${name}: name { keys: __typename } } } } }`,
    ]) {
      const { body } = await post(query);
      expect(body.errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
    }
    expect((await post('{ whoAsks }')).status).toBe(200);
  });

  test('cannot be named __typename unless it is that', async () => {
    const { post } = await startToyGateway();
    const { body } = await post('{ books { __typename: title } }');
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
    const own = await post('{ books(first: 1) { kind: __typename __typename } }');
    expect(own.body).toEqual({ data: { books: [{ kind: 'Book', __typename: 'Book' }] } });
  });
});
