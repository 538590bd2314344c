import type { Server } from 'node:http';
import { type ExecutionArgs, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { HttpCaller } from './apollo-executor.js';
import type { HttpOptions, ServedSubgraph } from './http-server.js';

export interface SubscriptionServer {
  stop(): Promise<void>;
}

type Extra = { caller?: HttpCaller };

const largestMessage = 1024 * 1024;

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
        const requestId = String(connectionParams?.['requestId'] ?? options.newRequestId());
        try {
          extra.caller = { viewer: await options.verifyToken(token), requestId };
          return true;
        } catch {
          return false;
        }
      },
      onSubscribe: ({ extra }, _id, { query, variables, operationName }) => {
        const contextValue = { ...extra.caller, source: query };
        return {
          schema: subgraph.schema,
          document: parse(query),
          variableValues: variables ?? {},
          operationName: operationName ?? null,
          contextValue,
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
      await dispose();
    },
  };
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
