import { randomUUID } from 'node:crypto';
import {
  type Fields,
  gatewayKeysOf,
  type SubgraphRequest,
  serveHttp,
  silentLog,
  subgraphCredentials,
  systemClock,
  type Viewer,
} from '@coalition-hub/subgraph';
import { freePort, testSigningKeys } from '@coalition-hub/testkit';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { type Client, type ClientOptions, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { ToyWorld } from './toy-world.js';

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly viewer?: Viewer | null;
}

/** The toy over HTTP, and both ways to ask it. */
export async function serveToy({ test }: ToyWorld, keys = testSigningKeys()) {
  const server = await serveHttp(test.subgraph, {
    host: '127.0.0.1',
    port: await freePort(),
    gatewayKeys: gatewayKeysOf(keys.publicKeys()),
    clock: systemClock,
    newRequestId: randomUUID,
    log: silentLog,
  });
  const credentials = subgraphCredentials({ keys, clock: systemClock });
  const addressing = (viewer: Viewer | null, requestId: string = randomUUID()) => ({
    ...{ subgraph: 'toy', viewer, requestId },
    target: '/graphql',
  });

  const post = (body: string, headers: Fields): Promise<Response> =>
    fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...headers }, body });

  /** As a gateway asks. */
  async function ask(body: unknown, viewer: Viewer | null = null, requestId?: string): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const signed = { contentType: 'application/json', body: text };
    return post(text, await credentials.forRequest(addressing(viewer, requestId), signed));
  }

  async function connect(
    viewer: Viewer | null,
    options: Partial<ClientOptions> = {},
    requestId?: string,
  ): Promise<Client> {
    const { upgrade, init } = await credentials.forSocket(addressing(viewer, requestId));
    return createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: socketSending(upgrade),
      retryAttempts: 0,
      connectionParams: init,
      ...options,
    });
  }

  return {
    ...{ server, post, ask, connect, credentials, addressing, keys },

    async overHttp({ viewer = null, ...body }: Operation, requestId: string): Promise<string> {
      return bytesOf((await (await ask(body, viewer, requestId)).json()) as ExecutionResult);
    },

    async inProcess(operation: Operation, requestId: string): Promise<string> {
      return bytesOf(await test.subgraph.execute(requestOf(operation, requestId)));
    },

    async eventsOverSocket({ viewer = null, ...operation }: Operation, requestId: string): Promise<string[]> {
      const client = await connect(viewer, {}, requestId);
      try {
        return await eventsOf(client.iterate({ ...operation, variables: { ...operation.variables } }));
      } finally {
        await client.dispose();
      }
    },

    async eventsInProcess(operation: Operation, requestId: string): Promise<string[]> {
      const stream = await test.subgraph.subscribe(requestOf(operation, requestId));
      return Symbol.asyncIterator in stream ? eventsOf(stream) : [bytesOf(stream)];
    },
  };
}

/** Sockets whose upgrade request has these header fields. */
export function socketSending(headers: Fields): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...headers } });
    }
  } as typeof WebSocket;
}

function requestOf({ query, variables, operationName, viewer = null }: Operation, requestId: string) {
  const request: SubgraphRequest = {
    document: parse(query),
    variables: variables ?? {},
    operationName,
    viewer,
    requestId,
  };
  return request;
}

async function eventsOf(stream: AsyncIterable<unknown>): Promise<string[]> {
  const events: string[] = [];
  try {
    for await (const event of stream) events.push(bytesOf(event as ExecutionResult));
  } catch (errors) {
    // The client of graphql-ws throws the errors of an operation that did not begin.
    events.push(bytesOf({ errors: errors as NonNullable<ExecutionResult['errors']> }));
  }
  return events;
}

/** The order in which Apollo Server puts the parts; the parts themselves are compared as they are. */
function bytesOf({ errors, data, extensions }: ExecutionResult): string {
  return JSON.stringify({ errors, data, extensions });
}
