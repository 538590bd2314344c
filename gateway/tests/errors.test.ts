import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { startToyGateway } from './toy-gateway.js';

describe('errors', () => {
  test('what nobody meant to tell is masked, and logged with the id that the client sees', async () => {
    const { post, logged } = await startToyGateway();
    const { status, body, headers } = await post('{ broken whoAsks }');
    const requestId = headers.get('x-request-id');
    expect(body).toEqual({
      errors: [
        {
          message: 'Something went wrong on our side',
          path: ['broken'],
          extensions: { code: 'INTERNAL', requestId },
        },
      ],
      data: { broken: null, whoAsks: null },
    });
    expect(status).toBe(200);
    expect(logged).toMatchObject([{ requestId, error: { name: 'GraphQLError' } }]);
    expect(JSON.stringify(logged)).not.toContain('book_pkey');
  });

  test('a known code passes, without what else was attached', async () => {
    const { post, logged } = await startToyGateway();
    const { body, headers } = await post('{ forbidden }');
    expect(body.errors).toEqual([
      {
        message: 'You may not',
        path: ['forbidden'],
        extensions: { code: 'FORBIDDEN', requestId: headers.get('x-request-id') },
      },
    ]);
    expect(logged).toEqual([]);
  });

  test('a long value that was sent does not come back whole, but what is wrong with it does', async () => {
    const { post } = await startToyGateway();
    const { body } = await post('query ($n: Int) { books(first: $n) { isbn } }', { n: 'x'.repeat(100_000) });
    const [{ message, extensions }] = body.errors;
    const shown = `"${'x'.repeat(300)}…"`;
    expect(message).toBe(
      `Variable "$n" got invalid value ${shown}; Int cannot represent non-integer value: ${shown}`,
    );
    expect(extensions.code).toBe('BAD_USER_INPUT');
  });

  test('nor do many short ones', async () => {
    const { post } = await startToyGateway();
    const { body } = await post('query ($n: Int) { books(first: $n) { isbn } }', { n: '"'.repeat(100_000) });
    expect(body.errors[0].message.length).toBeLessThan(1_100);
  });

  test('codes of the hub can be made known', async () => {
    const { post } = await startToyGateway({
      publicErrorCodes: ['TOO_DEAR'],
      checkOperation: () => [new GraphQLError('too dear', { extensions: { code: 'TOO_DEAR', cost: 7 } })],
    });
    const { status, body } = await post('{ whoAsks }');
    expect([status, body.errors[0].message]).toEqual([400, 'too dear']);
    expect(Object.keys(body.errors[0].extensions)).toEqual(['code', 'requestId']);
  });

  test('an operation is checked once, with its variables and defaults', async () => {
    const asked: unknown[] = [];
    const { post } = await startToyGateway({
      checkOperation: (schema, document, variables, operationName, viewer) => {
        asked.push([schema.getQueryType()?.name, document.kind, variables, operationName, viewer]);
        return [];
      },
    });
    await post(
      'query Q($n: Int! = 3, $m: Int) { books(first: $n) { author { name } } more: books(first: $m) { isbn } }',
    );
    expect(asked).toEqual([['Query', 'Document', { n: 3 }, 'Q', null]]);
  });

  test('parse and validation errors point into the document', async () => {
    const { post } = await startToyGateway();
    const parse = (await post('{ books {')).body.errors[0];
    expect(parse.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect(parse.locations).toEqual([{ line: 1, column: 10 }]);
    const validation = (await post('{ boks { isbn } }')).body.errors[0];
    expect(validation.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(validation.locations).toEqual([{ line: 1, column: 3 }]);
    expect(validation.extensions.requestId).toMatch(/-/);
  });

  test('a field that another subgraph owes and cannot give is null up to where null is allowed', async () => {
    const { post, seen } = await startToyGateway();
    seen.authorFailures.push('the database is gone');
    const nullable = await post('{ book(isbn: "1") { author { motto } } }');
    expect(nullable.body.data).toEqual({ book: { author: { motto: null } } });
    seen.authorFailures.push('the database is gone');
    const { body } = await post('{ book(isbn: "1") { title author { name } } whoAsks }');
    expect(body.data).toEqual({ book: null, whoAsks: null });
    expect(body.errors[0]).toMatchObject({ path: ['book', 'author'], extensions: { code: 'INTERNAL' } });
  });
});
