import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLError } from 'graphql';
import { WebSocket } from 'ws';
import { createPrepareOperation } from '../src/operations/prepare-operation.js';
import { type Answer, answerOf, post, startToyGateway } from './toy-gateway.js';

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const books = 'query Books($n: Int) { books(first: $n) { isbn } }';
const rename = 'mutation { renameBook(isbn: "1", title: "x") { isbn } }';
const live = 'subscription { bookRenamed { isbn } }';
const registered = new Map([books, rename, live].map((text) => [idOf(text), text]));

type Asked = { readonly query?: string; readonly documentId?: string; readonly variables?: object };

interface Way {
  readonly name: string;
  ask(url: string, asked: Asked): Promise<{ data?: unknown; code?: string }>;
}

function read({ data, errors }: { data?: unknown; errors?: { extensions: { code: string } }[] }) {
  return errors?.[0] ? { code: errors[0].extensions.code } : { data };
}

const ways: readonly Way[] = [
  {
    name: 'POST',
    ask: async (url, asked) => read((await post(url, asked)).body),
  },
  {
    name: 'GET',
    ask: async (url, { variables = {}, ...asked }) => {
      const search = new URLSearchParams({ ...asked, variables: JSON.stringify(variables) });
      const response = await fetch(`${url}?${search}`, { headers: { 'apollo-require-preflight': 'true' } });
      return read((await answerOf(response)).body);
    },
  },
  {
    name: 'server-sent events',
    ask: async (url, asked) => {
      const answer = await post(url, asked, { accept: 'text/event-stream' });
      if (typeof answer.body !== 'string') return read(answer.body);
      return read(JSON.parse(/^data: (.*)$/m.exec(answer.body)?.[1] ?? 'null'));
    },
  },
  {
    name: 'WebSocket',
    ask: (url, asked) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
        socket.on('error', reject);
        socket.on('open', () => socket.send('{"type":"connection_init"}'));
        socket.on('message', (data) => {
          const { type, payload } = JSON.parse(String(data));
          const subscribe = { id: '1', type: 'subscribe', payload: { query: '', ...asked } };
          if (type === 'connection_ack') return socket.send(JSON.stringify(subscribe));
          if (type === 'complete') return;
          socket.close();
          resolve(read(type === 'error' ? { errors: payload } : payload));
        });
      }),
  },
];

describe.each(ways)('over $name', ({ ask }) => {
  test('a registered document is run by its id, others by their text', async () => {
    const { gateway } = await startToyGateway({ documents: { byId: registered, exclusive: false } });
    const url = `${gateway.url}/graphql`;
    const found = { data: { books: [{ isbn: '1' }] } };
    expect(await ask(url, { documentId: idOf(books), variables: { n: 1 } })).toEqual(found);
    expect(await ask(url, { query: '{ whoAsks }' })).toEqual({ data: { whoAsks: null } });
    expect(await ask(url, { documentId: idOf('{ whoAsks }') })).toEqual({ code: 'OPERATION_NOT_REGISTERED' });
    const both = { query: '{ whoAsks }', documentId: idOf(books) };
    expect(await ask(url, both)).toEqual({ code: 'BAD_REQUEST' });
    expect(await ask(url, {})).toEqual({ code: 'BAD_REQUEST' });
  });

  test('nothing else is run where that is asked for, and nothing learned', async () => {
    const { gateway, seen } = await startToyGateway({ documents: { byId: registered, exclusive: true } });
    const url = `${gateway.url}/graphql`;
    const found = { data: { books: [{ isbn: '1' }] } };
    expect(await ask(url, { documentId: idOf(books), variables: { n: 1 } })).toEqual(found);
    expect(await ask(url, { query: books, variables: { n: 1 } })).toEqual(found);
    const { length } = seen.requests;
    const refused: Asked[] = [
      { query: '{ whoAsks }' },
      { query: `${books} ` },
      { query: '{ __schema { types { name } } }' },
      { query: '{ bookz }' },
      { query: '{' },
      { query: `{ whoAsks } # ${'x'.repeat(8_000)}` },
      { query: books, documentId: idOf(books) },
      { documentId: idOf('{ whoAsks }') },
      { documentId: '__proto__' },
      {},
    ];
    for (const asked of refused)
      expect([asked, await ask(url, asked)]).toEqual([asked, { code: 'OPERATION_NOT_REGISTERED' }]);
    expect(seen.requests).toHaveLength(length);
  });
});

test('what is not registered gets the same bytes, whatever it is', async () => {
  const { gateway } = await startToyGateway({
    documents: { byId: registered, exclusive: true },
    newRequestId: () => 'r',
  });
  const texts = ['{ whoAsks }', '{ nonsense', '{ __typename }', 'x'.repeat(200_000), live.slice(1)];
  const answers = await Promise.all(texts.map((query) => post(`${gateway.url}/graphql`, { query })));
  const told = ({ status, body }: Answer) => JSON.stringify([status, body]);
  expect(new Set(answers.map(told)).size).toBe(1);
  expect(answers[0]?.status).toBe(400);
});

test('a mutation is not run by GET, also by its id', async () => {
  const { gateway } = await startToyGateway({ documents: { byId: registered, exclusive: true } });
  const response = await fetch(`${gateway.url}/graphql?documentId=${encodeURIComponent(idOf(rename))}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});

test.each([
  [true, /Did you mean "secretName"\?$/],
  [false, /is not defined by type "Wanted"\.$/],
])('complaints about values name what else there is only where any text may be sent: %s', (suggest, told) => {
  const schema = buildSchema('input Wanted { secretName: String } type Query { found(wanted: Wanted): Int }');
  const prepare = createPrepareOperation(schema, 100, { suggest });
  const query = 'query ($wanted: Wanted) { found(wanted: $wanted) }';
  const faults: unknown[] = [];
  try {
    prepare({ query, variables: { wanted: { secretNam: 'x' } }, operationName: undefined });
  } catch (errors) {
    faults.push(...(errors as GraphQLError[]).map(({ message }) => message));
  }
  expect(faults).toEqual([expect.stringMatching(told)]);
});
