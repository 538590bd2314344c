import { describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { post, startToyGateway, tokenOf } from './toy-gateway.js';

describe('queries and mutations', () => {
  test('one query reaches two subgraphs', async () => {
    const { post } = await startToyGateway();
    const { status, body, headers } = await post(
      'query Q($n: Int!) { books(first: $n) { title author { name } } }',
      {
        n: 2,
      },
    );
    expect(body).toEqual({
      data: {
        books: [
          { title: 'Title 1', author: { name: 'Name a1' } },
          { title: 'Title 2', author: { name: 'Name a2' } },
        ],
      },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('subgraphs get the viewer and the request id as values', async () => {
    const { post, seen } = await startToyGateway();
    const { body, headers } = await post('{ whoAsks }', {}, { authorization: `Bearer ${tokenOf('ada')}` });
    expect(body).toEqual({ data: { whoAsks: 'ada' } });
    expect(seen.requests[0]?.requestId).toBe(headers.get('x-request-id'));
    expect((await post('{ whoAsks }')).body).toEqual({ data: { whoAsks: null } });
  });

  test('mutations of one operation run in order', async () => {
    const { post } = await startToyGateway();
    const { body } = await post(`mutation {
      first: renameBook(isbn: "1", title: "A") { title author { name } }
      second: renameBook(isbn: "1", title: "B") { title }
    }`);
    expect(body.data).toEqual({ first: { title: 'A', author: { name: 'Name a1' } }, second: { title: 'B' } });
  });

  test('the named operation of several is run, also beside one that asks for the schema', async () => {
    const { gateway } = await startToyGateway();
    const query = 'query A { __schema { queryType { name } } } query B { whoAsks }';
    const ask = async (operationName?: string) =>
      (await post(`${gateway.url}/graphql`, { query, operationName })).body;
    expect(await ask('A')).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    expect(await ask('B')).toEqual({ data: { whoAsks: null } });
    expect((await ask('C')).errors[0].extensions.code).toBe('BAD_REQUEST');
    expect((await ask()).errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test.each([
    '{ a: __schema { types { name } } }',
    '{ __schema { types { a: fields { name } b: fields { name } } } }',
    '{ __schema { types { ...T } } } fragment T on __Type { name again: name }',
    '{ __schema { types { fields { type { fields { name } } } } } }',
  ])('the schema is not unfolded: %s', async (query) => {
    const { post } = await startToyGateway();
    const { status, body } = await post(query);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
  });

  test('the schema can be asked for as tools do', async () => {
    const { post } = await startToyGateway();
    const { body } = await post(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
    expect(buildClientSchema(body.data).getQueryType()?.name).toBe('Query');
  });

  test('the schema can be asked for, without what is not public', async () => {
    const { post } = await startToyGateway();
    const { body } = await post('{ __type(name: "Book") { fields { name } } __schema { types { name } } }');
    expect(body.data.__type.fields.map((field: { name: string }) => field.name)).toEqual([
      'isbn',
      'title',
      'author',
    ]);
    const names = body.data.__schema.types.map((type: { name: string }) => type.name);
    expect(names.filter((name: string) => /^(join__|link__|_)[a-zA-Z]/.test(name))).toEqual([]);
    const mixed = await post(
      '{ books { isbn } ...More } fragment More on Query { __schema { types { name } } }',
    );
    expect(mixed.body.errors[0].extensions.code).toBe('BAD_REQUEST');
    expect((await post('{ __typename books(first: 1) { __typename isbn } }')).body.data).toEqual({
      __typename: 'Query',
      books: [{ __typename: 'Book', isbn: '1' }],
    });
    expect((await post('{ book(isbn: 1) { secretShelf } }')).status).toBe(400);
  });

  test('a variable that does not fit is the asker’s mistake', async () => {
    const { post, seen } = await startToyGateway();
    const { status, body } = await post('query ($n: Int!) { books(first: $n) { isbn } }', { n: 'many' });
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(seen.requests).toEqual([]);
  });
});
