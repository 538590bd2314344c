import { waitUntil } from '@coalition-hub/testkit';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const query = 'subscription ($slug: String!) { statementUpdated(slug: $slug) { kind } }';

interface Told {
  readonly data?: { readonly statementUpdated?: { readonly kind: string } } | null;
  readonly errors?: readonly unknown[];
}

/** A subscription. */
export interface Followed {
  /** Of the updates so far. */
  readonly kinds: readonly string[];
  /** Resolves when the hub ends it. */
  readonly ended: Promise<void>;
  isOver(): boolean;
}

/** Somebody who follows statements over one socket, with a token. */
export class SocketFollower {
  /** With which code the hub closed the socket. */
  readonly closed: Promise<number>;
  readonly #client: Client;

  private constructor(url: string, token: string, onConnected: () => void) {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.closed = promise;
    this.#client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      lazy: false,
      onNonLazyError: () => undefined,
      retryAttempts: 0,
      connectionParams: { token },
      on: { connected: onConnected, closed: (event) => resolve((event as { code: number }).code) },
    });
  }

  static async connect(url: string, token: string): Promise<SocketFollower> {
    let connected = false;
    const follower = new SocketFollower(url, token, () => (connected = true));
    await waitUntil(() => connected, { what: 'the socket' });
    return follower;
  }

  follow(slug: string): Followed {
    const kinds: string[] = [];
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    let over = false;
    const end = () => {
      over = true;
      resolve();
    };
    this.#client.subscribe<Told['data']>(
      { query, variables: { slug } },
      {
        next: ({ data }) => void (data?.statementUpdated && kinds.push(data.statementUpdated.kind)),
        error: end,
        complete: end,
      },
    );
    return { kinds, ended, isOver: () => over };
  }

  async leave(): Promise<void> {
    await this.#client.dispose();
  }
}
