import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Authenticate, isUnavailable } from '../authentication.js';
import type { OperationContext } from '../federation/operation-context.js';
import { fromBody } from '../http/operation-request.js';
import { gatewayError } from '../operations/error-codes.js';
import type { MaskError } from '../operations/masking.js';
import type { PreparedOperation } from '../operations/prepare-operation.js';
import { OperationRefused, type OperationRunner } from '../operations/run-operation.js';
import { SocketConnection } from './socket-connection.js';
import type { OnViewerEnd } from './viewer-end.js';

export interface SocketOptions {
  readonly runner: OperationRunner;
  readonly authenticate: Authenticate;
  readonly onViewerEnd: OnViewerEnd;
  readonly mask: MaskError;
  readonly newRequestId: () => string;
  readonly maxMessageBytes: number;
  readonly maxRunningMessageBytes: number;
  readonly maxSockets: number;
  readonly maxOperationsPerSocket: number;
  readonly maxBufferedBytes: number;
}

/** GraphQL over WebSocket: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export interface Sockets {
  /** Takes over the upgrade requests of a server. */
  attach(server: Server, path: string): void;
  /**
   * Closes each socket with 1001 once its queries and mutations are answered, all after `graceMs`, and cuts those
   * that are not closed a second later.
   */
  closeAll(graceMs: number): Promise<void>;
}

const CUT_MS = 1_000;

/** What `onSubscribe` hands to `execute` and `subscribe` through graphql-ws. */
interface Accepted {
  readonly operation: PreparedOperation;
  readonly context: OperationContext;
}

export function createSockets(options: SocketOptions): Sockets {
  const protocol = createProtocol(options);
  const connections = new Set<SocketConnection>();
  let stopping = false;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });

  function open(socket: WebSocket, request: IncomingMessage): void {
    const connection = new SocketConnection(socket, request.headers.authorization, options.maxBufferedBytes);
    connections.add(connection);
    const closed = protocol.opened(connection, connection);
    // A broken frame or an oversized message: `ws` closes the socket itself with the right code.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      connection.ended();
      void closed(code, String(reason));
    });
  }

  return {
    attach(server, path) {
      server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        if (stopping) return refuseUpgrade(stream, '503 Service Unavailable');
        if (request.url?.split('?', 1)[0] !== path) return refuseUpgrade(stream, '404 Not Found');
        if (connections.size >= options.maxSockets) return refuseUpgrade(stream, '503 Service Unavailable');
        sockets.handleUpgrade(request, stream, head, open);
      });
    },
    async closeAll(graceMs) {
      stopping = true;
      const leaving = [...connections];
      const closed = leaving.map(({ closed }) => closed);
      for (const connection of leaving) connection.leave();
      const close = setTimeout(() => leaving.forEach((connection) => void connection.goAway()), graceMs);
      const cut = setTimeout(() => leaving.forEach((connection) => void connection.cut()), graceMs + CUT_MS);
      await Promise.all(closed);
      clearTimeout(close);
      clearTimeout(cut);
    },
  };
}

function createProtocol(options: SocketOptions) {
  const { runner, authenticate, mask, newRequestId, maxOperationsPerSocket } = options;
  let runningBytes = 0;

  function accept(connection: SocketConnection, payload: object, requestId: string) {
    if (connection.leaving) throw gatewayError('SHUTTING_DOWN', 'The hub is stopping; connect again');
    if (connection.operations >= maxOperationsPerSocket) {
      const message = `At most ${maxOperationsPerSocket} operations may run on one socket`;
      throw gatewayError('TOO_MANY_OPERATIONS', message);
    }
    const bytes = connection.receivedBytes;
    if (runningBytes + bytes > options.maxRunningMessageBytes) {
      throw gatewayError('TOO_MANY_OPERATIONS', 'Too much runs on sockets right now; try again later');
    }
    const operation = runner.prepare(fromBody(payload), connection.viewer, requestId);
    runningBytes += bytes;
    const signal = connection.started(payload, operation.parsed.type);
    signal.addEventListener('abort', () => (runningBytes -= bytes), { once: true });
    forget(payload);
    const context = { viewer: connection.viewer, requestId, signal };
    return {
      schema: undefined as never,
      document: operation.parsed.document,
      operationName: operation.parsed.name ?? null,
      contextValue: { operation, context } satisfies Accepted,
    };
  }

  return makeServer<Record<string, unknown> | undefined, SocketConnection>({
    async onConnect({ extra: connection, connectionParams }) {
      try {
        const viewer = await authenticate(authorizationIn(connectionParams) ?? connection.authorization);
        connection.accepted(
          viewer,
          options.onViewerEnd(viewer, () => connection.close(CloseCode.Forbidden, 'Forbidden')),
        );
        return true;
      } catch (error) {
        // Whoever cannot be recognised right now shall come again, not sign in again.
        if (isUnavailable(error)) connection.tryAgainLater();
        return false;
      }
    },
    onSubscribe({ extra: connection }, _id, payload) {
      const requestId = newRequestId();
      try {
        return accept(connection, payload, requestId);
      } catch (error) {
        return error instanceof OperationRefused
          ? (error.errors as GraphQLError[])
          : [mask(error, requestId)];
      }
    },
    execute: ({ contextValue }) => {
      const { operation, context } = contextValue as Accepted;
      return runner.execute(operation, context);
    },
    subscribe: ({ contextValue }) => {
      const { operation, context } = contextValue as Accepted;
      return runner.subscribe(operation, context);
    },
    // Without this, results would be copied and their errors formatted a second time.
    onNext: (_context, _id, _payload, _args, result) => result as never,
    onComplete: ({ extra: connection }, _id, payload) => connection.finished(payload),
  });
}

/** graphql-ws keeps the message as long as its operation runs; all we need of it is prepared. */
function forget(payload: { query?: unknown; variables?: unknown; extensions?: unknown }): void {
  payload.query = '';
  payload.variables = null;
  delete payload.extensions;
}

/** `{ authorization: 'Bearer …' }` as in HTTP, or `{ token: '…' }`. */
function authorizationIn(params: Record<string, unknown> | undefined): string | undefined {
  const { authorization, Authorization, token } = params ?? {};
  const header = authorization ?? Authorization;
  if (typeof header === 'string') return header;
  return typeof token === 'string' ? `Bearer ${token}` : undefined;
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.on('error', () => undefined);
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
