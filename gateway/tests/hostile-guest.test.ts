import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { afterwards, somePort, startToyGateway } from './toy-gateway.js';
import { createToys } from './toy-subgraphs.js';

/** What a guest is shown is not what these tests are about. */
const credentials = {
  forRequest: async () => ({ 'content-type': 'application/json' }),
  forSocket: async () => ({ upgrade: {}, init: {} }),
};

/** `books` is the hub's own; `authors` is in other hands, and answers whatever `body` says. */
async function startWithGuest(body: () => string) {
  const port = somePort();
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.setHeader('content-type', 'application/json').end(body()));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterwards(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { books } = createToys();
  return startToyGateway({
    subgraphs: { books: { endpoint: books }, authors: { url: `http://127.0.0.1:${port}/` } },
    credentials,
  });
}

afterEach(() => {
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const query = '{ books(first: 2) { title author { name motto } } }';
const ownPart = { data: { books: [{ title: 'Title 1' }, { title: 'Title 2' }] } };

describe('a guest that lies', () => {
  test.each([
    '{"data":{"_entities":[{"__proto__":{"polluted":1},"name":"A","motto":"M"},{"name":"B","motto":"N"}]}}',
    '{"data":{"_entities":[{"name":{"__proto__":{"polluted":1}},"motto":{"constructor":{"polluted":1}}},null]}}',
    '{"data":{"__proto__":{"polluted":1},"_entities":[{},{}]},"errors":[{"message":"x","extensions":{"__proto__":{"polluted":1}}}]}',
  ])('reaches nothing that is shared by %s', async (body) => {
    const { post } = await startWithGuest(() => body);
    expect((await post('{ books { title author { motto } } }')).body).toMatchObject(ownPart);
  });

  test('cannot answer what it was not asked', async () => {
    const { post } = await startWithGuest(() =>
      JSON.stringify({
        data: {
          _entities: [{ id: 'b', __typename: 'Book', title: 'Forged', motto: 'M', name: 'Forged' }, null],
        },
      }),
    );
    const { body } = await post('{ books(first: 2) { title author { id motto __typename } } }');
    expect(body).toEqual({
      data: {
        books: [
          { title: 'Title 1', author: { id: 'a1', motto: 'M', __typename: 'Author' } },
          { title: 'Title 2', author: { id: 'a2', motto: null, __typename: 'Author' } },
        ],
      },
    });
  });

  test.each([
    '{"data":null,"errors":{}}',
    '{"data":{"_entities":[null,null]},"errors":[null]}',
    '{"data":{"_entities":[null,null]},"errors":[{"path":5}]}',
    '{"data":{"_entities":[null,null]},"errors":[{"message":7,"path":["_entities",{}]}]}',
    '{"data":{"_entities":7},"errors":[]}',
    '{"data":[],"errors":"no"}',
    '[]',
    'null',
    '7',
    '<html>',
    '',
  ])('spoils only its own part with %s', async (answer) => {
    const { post } = await startWithGuest(() => answer);
    const { status, body } = await post('{ books(first: 2) { title author { motto } } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({
      books: [
        { title: 'Title 1', author: { motto: null } },
        { title: 'Title 2', author: { motto: null } },
      ],
    });
  });

  test('cannot fill an answer with errors', async () => {
    const errors = Array.from({ length: 100_000 }, () => ({ message: 'x', path: ['_entities', 0] }));
    const { post } = await startWithGuest(() => JSON.stringify({ data: { _entities: [null] }, errors }));
    const { body } = await post('{ books(first: 1) { title author { motto } } }');
    expect(body.data).toEqual({ books: [{ title: 'Title 1', author: { motto: null } }] });
    expect(body.errors).toHaveLength(100);
  });

  test('that leaves out what must not be null is told as our fault, without its words', async () => {
    const { post, logged } = await startWithGuest(() => '{"data":{"_entities":[{},{}]}}');
    const { body } = await post(query);
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(logged).toHaveLength(1);
  });

  test('that floods its followers is cut, and they are told', async () => {
    const port = somePort();
    const server = createServer();
    const flood = Array.from({ length: 5_000 }, () => ({ data: { bookAdded: { isbn: '1', title: 'x' } } }));
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      socket.on('message', (message) => {
        const { type, id } = JSON.parse(String(message)) as { type: string; id?: string };
        if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
        if (type === 'subscribe') {
          for (const payload of flood) socket.send(JSON.stringify({ id, type: 'next', payload }));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    afterwards(async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    });
    const { connect } = await startToyGateway({
      subgraphs: {
        books: { url: `http://127.0.0.1:${port}/` },
        authors: { endpoint: createToys().authors },
      },
      credentials,
    });
    const events = connect().iterate({ query: 'subscription { bookAdded { title } }' });
    let told = 0;
    let last: unknown;
    for await (const event of events) {
      told += 1;
      last = event;
    }
    expect(told).toBeLessThan(1_000);
    expect(last).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
});
