import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { HubProcess } from './hub-process.js';
import { sampleUpdates } from './sample-queries.js';

export interface SocketClosing {
  readonly code: number;
  readonly reason: string;
}

/**
 * Subscribes to the sample's updates over a WebSocket.
 * @returns once subscribed; `closed` tells how the socket ended
 */
export async function followUntilClosed({ url }: HubProcess): Promise<{ closed: Promise<SocketClosing> }> {
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<SocketClosing>();
  const { promise: open, resolve: onOpen } = Promise.withResolvers<void>();
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { connected: () => onOpen(), closed: (event) => onClosed(event as SocketClosing) },
  });
  socket.subscribe({ query: sampleUpdates }, { next() {}, error() {}, complete() {} });
  await Promise.race([open, closed]);
  return { closed };
}
