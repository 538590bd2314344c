import type { Viewer } from '@coalition-hub/subgraph';
import type { OperationTypeNode } from 'graphql';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';

/** Close code of RFC 6455 §7.4.1: the endpoint goes away. */
const GOING_AWAY = 1001;
/** "Try again later", from the IANA registry of close codes. */
const TRY_AGAIN_LATER = 1013;
const PING_MS = 12_000;

interface Running {
  readonly gone: AbortController;
  /** False for subscriptions, which end only when somebody ends them. */
  readonly single: boolean;
}

/** One client's socket: who it is, what runs on it, and how far it is behind. The socket of graphql-ws's protocol. */
export class SocketConnection {
  viewer: Viewer | null = null;
  leaving = false;
  /** Length of the message that arrived last. */
  receivedBytes = 0;
  readonly protocol: string;
  readonly closed: Promise<void>;
  /** By the message that started each: a client may use an id again before we are done with it. */
  readonly #running = new Map<object, Running>();
  readonly #pings: NodeJS.Timeout;
  #forgetTokenEnd: () => void = () => undefined;

  /** @param authorization what the upgrade request said, for clients that can send headers with it */
  constructor(
    private readonly socket: WebSocket,
    readonly authorization: string | undefined,
    private readonly maxBufferedBytes: number,
  ) {
    this.protocol = socket.protocol;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    this.#pings = pingRegularly(socket);
  }

  get operations(): number {
    return this.#running.size;
  }

  accepted(viewer: Viewer | null, forgetTokenEnd: () => void): void {
    this.viewer = viewer;
    this.#forgetTokenEnd = forgetTokenEnd;
    if (this.socket.readyState !== this.socket.OPEN) forgetTokenEnd();
  }

  /** The signal aborts when the operation is over, or the client is gone. */
  started(message: object, type: OperationTypeNode): AbortSignal {
    const gone = new AbortController();
    this.#running.set(message, { gone, single: type !== 'subscription' });
    return gone.signal;
  }

  finished(message: object): void {
    this.#running.get(message)?.gone.abort();
    this.#running.delete(message);
    // Not at once, for the "complete" message is yet to be sent.
    if (this.leaving) setImmediate(() => this.leave());
  }

  /** Closes as soon as nothing is left to answer. */
  leave(): void {
    this.leaving = true;
    for (const { single } of this.#running.values()) if (single) return;
    this.goAway();
  }

  goAway(): void {
    this.socket.close(GOING_AWAY, 'Going away');
  }

  cut(): void {
    this.socket.terminate();
  }

  ended(): void {
    clearInterval(this.#pings);
    this.#forgetTokenEnd();
    for (const { gone } of this.#running.values()) gone.abort();
    this.#running.clear();
  }

  tryAgainLater(): void {
    this.close(TRY_AGAIN_LATER, 'Try again later');
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /**
   * Does not wait until the message is written: the size of the buffer says how far behind the client is, and one
   * that is too far behind is cut. What it misses it can ask for again with its last cursor.
   */
  send(data: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.maxBufferedBytes) {
      this.socket.close(TRY_AGAIN_LATER, 'Reading too slowly');
      this.socket.terminate();
      return;
    }
    this.socket.send(data, () => undefined);
  }

  onMessage(handle: (data: string) => Promise<void>): void {
    this.socket.on('message', (data) => {
      const text = String(data);
      this.receivedBytes = text.length;
      handle(text).catch(() => this.close(CloseCode.InternalServerError, 'Internal server error'));
    });
  }
}

/** Ends connections whose other end vanished without a word. */
function pingRegularly(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS).unref();
}
