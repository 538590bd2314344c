import type { Server } from 'node:http';
import { type DocumentNode, type ExecutionArgs, GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { HttpCaller } from './apollo-executor.js';
import type { HttpOptions, ServedSubgraph } from './http-server.js';
import { requestIdOf } from './request-id.js';

export interface SubscriptionServer {
  stop(): Promise<void>;
}

type Extra = { caller?: HttpCaller };

const largestMessage = 1024 * 1024;

/** How long a peer may take to answer the closing of its socket. */
const farewellMs = 2_000;

/**
 * graphql-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md) for gateways: `connection_init` carries
 * `{ authorization: "Bearer …", requestId }`.
 */
export function serveSubscriptions(
  server: Server,
  subgraph: ServedSubgraph,
  options: HttpOptions,
): SubscriptionServer {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: largestMessage });
  const { dispose } = useServer<Record<string, unknown>, Extra>(
    {
      onConnect: async ({ connectionParams, extra }) => {
        const token = /^Bearer (.+)$/.exec(String(connectionParams?.['authorization'] ?? ''))?.[1] ?? '';
        const requestId = requestIdOf(connectionParams?.['requestId']) ?? options.newRequestId();
        try {
          extra.caller = { viewer: await options.verifyToken(token), requestId };
          return true;
        } catch {
          return false;
        }
      },
      onSubscribe: ({ extra }, _id, { query, variables, operationName }) => {
        const document = parsed(query, extra.caller?.requestId);
        if (document instanceof GraphQLError) return [document];
        return {
          schema: subgraph.schema,
          document,
          variableValues: variables ?? {},
          operationName: operationName ?? null,
          contextValue: { ...extra.caller, source: query },
        };
      },
      execute: (args) => subgraph.execute(requestOf(args)),
      subscribe: (args) => subgraph.subscribe(requestOf(args)) as never,
    },
    sockets,
  );
  return {
    async stop() {
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      const terminate = setTimeout(() => terminateAll(sockets), farewellMs);
      await dispose();
      clearTimeout(terminate);
    },
  };
}

function terminateAll(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) socket.terminate();
}

/** A syntax error ends its own operation only: thrown, it would end the socket and all that runs over it. */
function parsed(query: string, requestId: string | undefined): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    const message = error instanceof GraphQLError ? error.message : 'This operation cannot be read.';
    return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED', requestId } });
  }
}

function requestOf({ document, variableValues, operationName, contextValue }: ExecutionArgs) {
  const { viewer, requestId, source } = contextValue as HttpCaller & { source: string };
  return {
    document,
    source,
    variables: variableValues ?? {},
    operationName: operationName ?? undefined,
    viewer,
    requestId,
  };
}
