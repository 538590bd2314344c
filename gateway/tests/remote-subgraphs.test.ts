import { createServer, type IncomingMessage } from 'node:http';
import type { Addressing, SubgraphEndpoint, SubgraphRequest } from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';
import { type ExecutionArgs, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { afterwards, somePort, startToyGateway, tokenOf, until } from './toy-gateway.js';
import { createToys } from './toy-subgraphs.js';

describe('subgraphs behind HTTP', () => {
  test('queries reach them with a token of their own and the request id', async () => {
    const { post, served } = await startRemotely();
    const { body, headers } = await post(
      '{ books(first: 1) { title author { name } } }',
      {},
      { authorization: `Bearer ${tokenOf('ada')}` },
    );
    expect(body).toEqual({ data: { books: [{ title: 'Title 1', author: { name: 'Name a1' } }] } });
    expect(served.map((request) => request.headers.authorization)).toEqual([
      'ada for books at /graphql',
      'ada for authors at /graphql',
    ]);
    for (const { headers: sent } of served) {
      expect(sent['x-request-id']).toBe(headers.get('x-request-id'));
      expect(JSON.stringify(sent)).not.toContain('@');
    }
  });

  test('subscriptions reach them over a socket that ends with the client', async () => {
    const { connect, toys, served } = await startRemotely();
    const events = connect().iterate({ query: 'subscription { bookAdded { title author { name } } }' });
    const first = events.next();
    await until(() => toys.seen.openSubscriptions === 1, 'the subscription is open');
    toys.addBook('7');
    expect((await first).value).toEqual({
      data: { bookAdded: { title: 'Title 7', author: { name: 'Name a7' } } },
    });
    expect(served[0]?.headers).toMatchObject({
      authorization: 'nobody for books at /graphql',
      'x-request-id': expect.stringMatching(/-/),
    });
    toys.addBook('8');
    expect((await events.next()).done).toBe(false);
    await events.return?.();
    const ended = () => {
      // The toy behind HTTP is a plain generator: it notices its end with the next event.
      toys.addBook('9');
      return toys.seen.openSubscriptions === 0;
    };
    await until(ended, 'the upstream has ended');
  });

  test('errors of a subgraph are masked here too', async () => {
    const { post } = await startRemotely();
    const { body, headers } = await post('{ broken }');
    expect(body.errors).toEqual([
      {
        message: 'Something went wrong on our side',
        path: ['broken'],
        extensions: { code: 'INTERNAL', requestId: headers.get('x-request-id') },
      },
    ]);
  });

  test('one that is down makes its part unavailable, and only that', async () => {
    const { post, connect, stopBooks, stopAuthors } = await startRemotely();
    await stopAuthors();
    const { status, body } = await post('{ books(first: 1) { title author { motto } } }');
    expect([status, body.data]).toEqual([200, { books: [{ title: 'Title 1', author: { motto: null } }] }]);
    expect(body.errors[0]).toMatchObject({ path: ['books', 'author'], extensions: { code: 'UNAVAILABLE' } });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|authors|ECONN/);
    await stopBooks();
    expect((await post('{ books { title } }')).body).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
    const event = await connect().iterate({ query: 'subscription { bookAdded { title } }' }).next();
    expect(event.value?.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  });

  test('one that does not answer in time, its own or that of all, or not in GraphQL, is unavailable', async () => {
    const { post } = await startRemotely({ subgraphTimeoutMs: 150 });
    expect((await post('{ slow(ms: 1000) }')).body.errors[0].extensions.code).toBe('UNAVAILABLE');
    const { post: hurry } = await startRemotely({ timeoutMs: 150 });
    expect((await hurry('{ slow(ms: 1000) }')).body.errors[0].extensions.code).toBe('UNAVAILABLE');
    const { post: ask } = await startRemotely({}, '<h1>Bad gateway</h1>');
    expect((await ask('{ whoAsks }')).body.errors[0].extensions.code).toBe('UNAVAILABLE');
  });

  test('one that answers without end is cut off', async () => {
    const { post } = await startRemotely({}, `{"data":{"whoAsks":"${'x'.repeat(17_000_000)}"}}`);
    expect((await post('{ whoAsks }')).body.errors[0].extensions.code).toBe('UNAVAILABLE');
  });
});

async function startRemotely(
  { timeoutMs, ...limits }: { subgraphTimeoutMs?: number; timeoutMs?: number } = {},
  instead?: string,
) {
  const own = timeoutMs === undefined ? {} : { timeoutMs };
  const toys = createToys();
  const served: IncomingMessage[] = [];
  const books = await serve(toys.books, served, instead);
  const authors = await serve(toys.authors, served, instead);
  const gateway = await startToyGateway({
    supergraphSdl: toys.sdl,
    subgraphs: { books: { url: books.url, ...own }, authors: { url: authors.url, ...own } },
    credentials: {
      forRequest: async (addressing, { contentType }) => ({
        ...identityOf(addressing),
        'content-type': contentType,
      }),
      forSocket: async (addressing) => {
        const upgrade = identityOf(addressing);
        return { upgrade, init: { ...upgrade, socket: 'first message' } };
      },
    },
    limits,
  });
  return { ...gateway, toys, served, stopBooks: books.stop, stopAuthors: authors.stop };
}

const identityOf = ({ viewer, subgraph, target, requestId }: Addressing) => ({
  authorization: `${viewer?.personId ?? 'nobody'} for ${subgraph} at ${target}`,
  'x-request-id': requestId,
});

/** Serves one toy over HTTP and graphql-ws on loopback. */
async function serve(endpoint: SubgraphEndpoint, served: IncomingMessage[], instead?: string) {
  const server = createServer(async (request, response) => {
    served.push(request);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { query, variables, operationName } = JSON.parse(body);
    const result = await endpoint.execute(
      subgraphRequest({ document: parse(query), variableValues: variables, operationName }),
    );
    response.writeHead(200, { 'content-type': 'application/json' }).end(instead ?? JSON.stringify(result));
  });
  const sockets = new WebSocketServer({ server });
  const wait = useServer(
    {
      onSubscribe: (context, _id, { query, variables, operationName }) => {
        served.push(context.extra.request);
        return {
          schema: undefined as never,
          document: parse(query),
          variableValues: variables ?? {},
          operationName: operationName ?? null,
        };
      },
      subscribe: (args) => endpoint.subscribe(subgraphRequest(args)) as never,
    },
    sockets,
  );
  const port = somePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = once(async () => {
    for (const socket of sockets.clients) socket.terminate();
    await wait.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  afterwards(stop);
  return { url: `http://127.0.0.1:${port}/graphql`, stop };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}

function subgraphRequest(
  args: Pick<ExecutionArgs, 'document' | 'variableValues' | 'operationName'>,
): SubgraphRequest {
  return {
    document: args.document,
    variables: args.variableValues ?? {},
    operationName: args.operationName ?? undefined,
    viewer: null,
    requestId: 'remote',
  };
}
