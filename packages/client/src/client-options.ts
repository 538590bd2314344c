import type { HubError } from './errors/hub-error.js';
import type { TokenSource } from './http/authorization.js';
import type { RetryPolicy } from './retry/retry-policy.js';

export interface HubClientOptions {
  /** Address of the hub’s GraphQL endpoint, such as `https://hub.example.org/graphql`. */
  readonly url: string;
  /** Address for subscriptions; `url` with `ws:` or `wss:` unless told. */
  readonly socketUrl?: string;
  /** A bearer token, or a function that gives one: asked for every request and every connection. */
  readonly token?: TokenSource;
  /** How long one attempt may take, with the token that it asks for, in ms; 30 000 unless told. */
  readonly timeoutMs?: number;
  /** How patiently requests are repeated and lost connections made anew; `defaultRetry` where nothing is told. */
  readonly retry?: Partial<RetryPolicy>;
  /** How many updates of a subscription may wait to be taken before it leaves the hub for a while; 256 unless told. */
  readonly capacity?: number;
  /** How long after a socket’s last sign of life another is asked for, in ms; 12 000 unless told. */
  readonly pingAfterMs?: number;
  /** How long that may take before the socket is given up, in ms; 8 000 unless told. */
  readonly silenceMs?: number;
  /** How long connecting a socket may take, and the token before it, in ms; 10 000 unless told. */
  readonly connectTimeoutMs?: number;
  /** The platform’s own unless told. */
  readonly fetch?: typeof globalThis.fetch;
  /** A WebSocket class; the platform’s own unless told. Node 20 has none: pass that of `ws`. */
  readonly webSocket?: unknown;
}

export interface RequestOptions {
  /** Gives the request up; the signal’s reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

export interface PagingOptions extends RequestOptions {
  /** How many to ask for at a time, 1 to 200; 100 unless told. */
  readonly pageSize?: number;
}

export interface MutationOptions extends RequestOptions {
  /** `false` sends no idempotency key that was not given; without one nothing is ever repeated. */
  readonly makeKey?: boolean;
}

/** Which updates. */
export interface Followed {
  readonly slug: string;
  /** Cursor of an update, or an `updateCursor`: what came later is told first. From now on if left out. */
  readonly after?: string | null | undefined;
}

export interface UpdateOptions {
  /** Ends the updates; the signal’s reason is thrown, and what waits to be taken is dropped. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Told whenever the updates have to begin again after the last one, which may go on without end.
   * @param failures how often in a row, without an update in between
   */
  readonly onTrouble?: ((error: HubError, failures: number) => void) | undefined;
}

/** How to follow a subscription of one’s own. */
export interface FollowOptions<Result> extends UpdateOptions {
  /** The place of an update, to go on from with the variable `$after`. */
  readonly cursorOf: (data: Result) => string;
}

/** With all that was not told. */
export interface CompleteOptions extends Required<Omit<HubClientOptions, 'token' | 'webSocket' | 'retry'>> {
  readonly token: TokenSource | undefined;
  readonly webSocket: unknown;
  readonly retry: RetryPolicy;
}
