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

  test('may have a name that plans use for themselves', async () => {
    const { post } = await startToyGateway();
    const { body } = await post(
      '{ books(first: 1) { __typename: title kind: __typename isbn: title author { id: name _as_id: motto } } }',
    );
    expect(body).toEqual({
      data: {
        books: [
          {
            __typename: 'Title 1',
            kind: 'Book',
            isbn: 'Title 1',
            author: { id: 'Name a1', _as_id: 'Motto a1' },
          },
        ],
      },
    });
  });

  test('is named in errors as the client named it', async () => {
    const { post, seen } = await startToyGateway();
    seen.authorFailures.push('gone');
    const { body } = await post('{ books(first: 1) { author { id: name } } }');
    expect(body).toMatchObject({ data: null, errors: [{ path: ['books', 'author'] }] });
  });
});
