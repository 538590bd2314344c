import type { Fields, SocketFields, SubgraphRequest } from '@coalition-hub/subgraph';
import { type ExecutionResult, print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { longestAnswer } from './longest-answer.js';
import { waitingEvents } from './waiting-events.js';

/** A quiet subgraph is asked for a sign of life after so many times the time that it may take to answer. */
const quietTimes = 5;

/**
 * Subscribes at a remote subgraph over graphql-ws, with a socket of its own: the token speaks for one viewer only. A
 * socket that is refused is told as a last event.
 *
 * @param fields for one socket: its upgrade request and the payload of its `connection_init`
 */
export function subscribeRemotely(
  url: string,
  request: SubgraphRequest,
  fields: SocketFields,
  timeoutMs: number,
): AsyncIterable<ExecutionResult> {
  let overdue: NodeJS.Timeout | undefined;
  const client: Client = createClient({
    url,
    webSocketImpl: webSocketSending(fields.upgrade, timeoutMs),
    connectionParams: fields.init,
    lazy: true,
    retryAttempts: 0,
    connectionAckWaitTimeout: timeoutMs,
    // One that vanished without closing its socket would leave its followers waiting for ever.
    keepAlive: quietTimes * timeoutMs,
    on: {
      ping(received) {
        if (!received) overdue = setTimeout(() => client.terminate(), timeoutMs).unref();
      },
      pong(received) {
        if (received) clearTimeout(overdue);
      },
      closed: () => clearTimeout(overdue),
    },
    onNonLazyError: () => undefined,
  });
  const events = waitingEvents(client, {
    query: request.source ?? print(request.document),
    variables: { ...request.variables },
    operationName: request.operationName ?? null,
  });
  const end = () => void client.dispose();
  if (request.signal?.aborted) end();
  else request.signal?.addEventListener('abort', end, { once: true });
  return events;
}

/** graphql-ws constructs sockets with an address and a protocol only; ours send headers as well. */
function webSocketSending(headers: Fields, timeoutMs: number): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, {
        headers: { ...headers },
        handshakeTimeout: timeoutMs,
        maxPayload: longestAnswer,
        perMessageDeflate: false,
      });
    }
  } as typeof WebSocket;
}
