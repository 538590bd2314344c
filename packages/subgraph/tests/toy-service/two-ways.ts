import { randomUUID } from 'node:crypto';
import {
  generateTokenKey,
  importTokenKeys,
  issueSubgraphToken,
  type SubgraphRequest,
  serveHttp,
  silentLog,
  systemClock,
  type Viewer,
  verifySubgraphToken,
} from '@coalition-hub/subgraph';
import { freePort } from '@coalition-hub/testkit';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { ToyWorld } from './toy-world.js';

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly viewer?: Viewer | null;
}

/** The toy over HTTP, and both ways to ask it. */
export async function serveToy({ test }: ToyWorld) {
  const keys = await importTokenKeys(await generateTokenKey());
  const server = await serveHttp(test.subgraph, {
    host: '127.0.0.1',
    port: await freePort(),
    verifyToken: (token) => verifySubgraphToken(keys.publicKey, token, 'toy', systemClock),
    newRequestId: randomUUID,
    log: silentLog,
  });
  const tokenOf = (viewer: Viewer | null) => issueSubgraphToken(keys.privateKey, viewer, 'toy', systemClock);

  const post = (body: unknown, headers: Record<string, string>): Promise<Response> =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  return {
    ...{ server, post, tokenOf, keys },

    async overHttp({ viewer = null, ...body }: Operation, requestId: string): Promise<string> {
      const authorization = `Bearer ${await tokenOf(viewer)}`;
      const response = await post(body, { authorization, 'x-request-id': requestId });
      return bytesOf((await response.json()) as ExecutionResult);
    },

    async inProcess(operation: Operation, requestId: string): Promise<string> {
      return bytesOf(await test.subgraph.execute(requestOf(operation, requestId)));
    },

    async eventsOverSocket({ viewer = null, ...operation }: Operation, requestId: string): Promise<string[]> {
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: async () => ({ authorization: `Bearer ${await tokenOf(viewer)}`, requestId }),
      });
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
