import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { SocketConnection } from './socket-connection.js';
import { type ProtocolOptions, socketProtocol } from './socket-protocol.js';

export interface SocketOptions extends ProtocolOptions {
  readonly maxMessageBytes: number;
  readonly maxSockets: number;
  readonly maxBufferedBytes: number;
}

/** All sockets of the front door. */
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

export function createSockets(options: SocketOptions): Sockets {
  const protocol = socketProtocol(options);
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
    closeAll(graceMs) {
      stopping = true;
      return closeEach([...connections], graceMs);
    },
  };
}

async function closeEach(leaving: readonly SocketConnection[], graceMs: number): Promise<void> {
  const closed = leaving.map((connection) => connection.closed);
  for (const connection of leaving) connection.leave();
  const close = setTimeout(() => leaving.forEach((connection) => void connection.goAway()), graceMs);
  const cut = setTimeout(() => leaving.forEach((connection) => void connection.cut()), graceMs + CUT_MS);
  await Promise.all(closed);
  clearTimeout(close);
  clearTimeout(cut);
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.on('error', () => undefined);
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
