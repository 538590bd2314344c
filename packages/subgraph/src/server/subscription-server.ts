import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { faultOf } from '@coalition-hub/bus';
import { type DocumentNode, type ExecutionArgs, GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../log/log.js';
import { NotFromGateway } from '../message-signatures/not-from-gateway.js';
import type { HttpCaller } from './apollo-executor.js';
import type { Doorkeeper, OpenedSocket } from './doorkeeper.js';
import type { ServedSubgraph } from './http-server.js';
import { refuseConnection } from './refuse-stranger.js';
import type { StrangerLog } from './stranger-log.js';

export interface SubscriptionServer {
  stop(): Promise<void>;
}

type Extra = { readonly request: IncomingMessage; caller?: HttpCaller };

export interface SocketDoor {
  readonly doorkeeper: Doorkeeper;
  readonly strangers: StrangerLog;
  readonly log: Log;
}

const largestMessage = 1024 * 1024;

/** How long a peer may take to answer the closing of its socket. */
const farewellMs = 2_000;

const path = '/graphql';

/**
 * graphql-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md) for gateways. The request that opens a
 * socket is signed, and so is `connection_init`, whose payload has the signed header fields as members.
 */
export function serveSubscriptions(
  server: Server,
  subgraph: ServedSubgraph,
  door: SocketDoor,
): SubscriptionServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  const opened = new WeakMap<IncomingMessage, OpenedSocket>();
  sockets.on('wsClientError', (_error, socket) => refuseConnection(socket));
  server.on('upgrade', (request, socket, head) => {
    void openFor(door, request, socket).then((open) => {
      if (open === null) return refuseConnection(socket);
      opened.set(request, open);
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    });
  });
  const { dispose } = useServer<Record<string, unknown>, Extra>(
    {
      onConnect: async ({ connectionParams, extra }) => {
        const caller = await callerOf(door, connectionParams, opened.get(extra.request));
        if (caller !== null) extra.caller = caller;
        return caller !== null;
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

/** @returns null for whoever is not the gateway, or while nobody can tell */
async function openFor(
  { doorkeeper, ...door }: SocketDoor,
  request: IncomingMessage,
  socket: Duplex,
): Promise<OpenedSocket | null> {
  // Nobody else listens to a socket that is not a WebSocket yet.
  const failed = () => void socket.destroy();
  socket.on('error', failed);
  try {
    if (request.url !== path) throw new NotFromGateway('it asks for a socket at another path');
    return await doorkeeper.admitUpgrade(request);
  } catch (error) {
    return refused(error, door);
  } finally {
    socket.off('error', failed);
  }
}

async function callerOf(
  { doorkeeper, ...door }: SocketDoor,
  payload: unknown,
  opened: OpenedSocket | undefined,
): Promise<HttpCaller | null> {
  if (opened === undefined) return null;
  try {
    return await doorkeeper.admitInit(payload, opened);
  } catch (error) {
    return refused(error, door);
  }
}

function refused(error: unknown, { strangers, log }: Omit<SocketDoor, 'doorkeeper'>): null {
  if (error instanceof NotFromGateway) strangers.tell(error);
  else log.warn({ fault: faultOf(error) }, 'a socket could not be checked');
  return null;
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
