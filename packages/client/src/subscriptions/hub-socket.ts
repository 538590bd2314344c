import { type Client, createClient } from 'graphql-ws/client';
import type { AnyVariables } from '../documents/typed-document.js';
import { HubError } from '../errors/hub-error.js';
import { authorizationOf, type TokenSource } from '../http/authorization.js';
import { unlessAborted } from '../retry/unless-aborted.js';
import { socketFailure } from './socket-failure.js';
import { Watchdog } from './watchdog.js';

export interface SocketOptions {
  readonly url: string;
  readonly token?: TokenSource | undefined;
  /** A WebSocket class, where the platform has none of its own (Node 20). */
  readonly webSocket?: unknown;
  /** How long connecting may take, and the token before it, in ms. */
  readonly connectTimeoutMs: number;
  /** How long after the last sign of life it asks for another, in ms. */
  readonly pingAfterMs: number;
  /** How long it waits for that before it gives the socket up, in ms. */
  readonly silenceMs: number;
}

export interface SocketOperation {
  readonly query: string;
  /** Read whenever the operation is sent. */
  readonly variables: AnyVariables;
}

/** One result of a subscription, as it came. */
export interface SocketResult {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly unknown[] | undefined;
}

/** Told what becomes of an operation; nothing more after `lost`, or after it was left. */
export interface SocketSink {
  next(result: SocketResult): void;
  /** Also when the server ends the operation: none that is sent here has an end. */
  lost(error: HubError): void;
}

/**
 * One WebSocket for many subscriptions, open while there are any. It does not connect again by itself:
 * whoever subscribed knows from where to go on.
 */
export class HubSocket {
  readonly #client: Client;
  readonly #losses = new Set<(reason: unknown) => void>();
  readonly #dog: Watchdog;
  #authorization: { authorization?: string } = {};
  /** What the next connection waits for first. */
  #preparation: Promise<void> | undefined;
  /** There is a connection, or one is being made. */
  #connected: boolean = false;
  #accepted: boolean = false;

  /** @throws TypeError where neither the platform nor the options have a WebSocket */
  constructor(private readonly options: SocketOptions) {
    if (options.webSocket === undefined && typeof WebSocket === 'undefined') {
      throw new TypeError('This platform has no WebSocket: pass that of the package "ws" as "webSocket"');
    }
    this.#dog = new Watchdog(() => this.#client.terminate());
    this.#client = createClient({
      url: options.url,
      connectionParams: () => this.#authorization,
      webSocketImpl: options.webSocket,
      retryAttempts: 0,
      keepAlive: options.pingAfterMs,
      connectionAckWaitTimeout: options.connectTimeoutMs,
      on: {
        connecting: () => this.#connecting(),
        connected: () => this.#accept(),
        ping: (received) => !received && this.#dog.expect(options.silenceMs),
        pong: (received) => received && this.#dog.calm(),
        closed: (event) => this.#closed(event),
      },
    });
  }

  /** Whether the hub accepted the latest connection. */
  get accepted(): boolean {
    return this.#accepted;
  }

  /** @returns leaves it: nothing is told any more */
  subscribe(operation: SocketOperation, sink: SocketSink): () => void {
    let end: () => void = () => undefined;
    const leave = () => {
      this.#losses.delete(lose);
      end();
    };
    const lose = (reason: unknown) => {
      if (!this.#losses.has(lose)) return;
      leave();
      sink.lost(socketFailure(reason, this.#renewable));
    };
    const begin = () => {
      if (!this.#losses.has(lose)) return;
      end = this.#client.subscribe<Record<string, unknown>>(operation as never, {
        next: (result) => this.#losses.has(lose) && sink.next(result),
        error: lose,
        complete: () => lose(new HubError('UNAVAILABLE', 'The hub ended the subscription')),
      });
    };
    this.#losses.add(lose);
    this.#ready().then(begin, lose);
    return leave;
  }

  /**
   * The token is there before a connection is begun: the hub waits only a few seconds for it, and graphql-ws cannot
   * take it back where there is none.
   */
  #ready(): Promise<void> {
    if (this.#connected) return Promise.resolve();
    this.#preparation ??= this.#prepare().finally(() => {
      this.#preparation = undefined;
    });
    return this.#preparation;
  }

  async #prepare(): Promise<void> {
    this.#accepted = false;
    try {
      const { token, connectTimeoutMs } = this.options;
      this.#authorization = await unlessAborted(
        authorizationOf(token),
        AbortSignal.timeout(connectTimeoutMs),
      );
    } catch (cause) {
      throw new HubError('UNAUTHENTICATED', 'The token could not be had', { cause, retryable: true });
    }
  }

  #connecting(): void {
    this.#connected = true;
    this.#dog.expect(this.options.connectTimeoutMs);
  }

  #accept(): void {
    this.#accepted = true;
    this.#dog.calm();
  }

  /** After a "normal" closing graphql-ws would connect again at once and send what it sent before. */
  #closed(event: unknown): void {
    this.#dog.calm();
    this.#connected = false;
    if ((event as { code?: unknown }).code !== 1000) return;
    for (const lose of [...this.#losses]) lose(event);
  }

  get #renewable(): boolean {
    return this.#accepted && typeof this.options.token === 'function';
  }
}
