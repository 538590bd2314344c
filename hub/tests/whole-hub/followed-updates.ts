import { waitUntil } from '@coalition-hub/testkit';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Update {
  readonly cursor: string;
  readonly kind: string;
  readonly signature: {
    readonly id: string;
    readonly nameAsSigned: string;
    readonly organisation: { readonly id: string; readonly name: string; readonly country: string | null };
  } | null;
}

interface Event {
  readonly data?: { readonly statementUpdated: Update } | null;
  readonly errors?: readonly unknown[];
}

export interface Following {
  readonly slug: string;
  /** A cursor, to get what came after it. */
  readonly after?: string;
}

const subscription = `subscription ($slug: String!, $after: String) {
  statementUpdated(slug: $slug, after: $after) {
    cursor kind signature { id nameAsSigned organisation { id name country } }
  }
}`;

/** A reader, signed out, who follows a statement live. */
export class FollowedUpdates {
  readonly updates: Update[] = [];
  #failure: unknown;
  #left = false;

  private constructor(
    events: AsyncIterable<Event>,
    private readonly leave: () => void | Promise<void>,
  ) {
    this.collect(events).catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** By the protocol of graphql-ws. */
  static overWebSocket(url: string, following: Following): FollowedUpdates {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const events = client.iterate<Event['data'] & {}>({ query: subscription, variables: { ...following } });
    return new FollowedUpdates(events as AsyncIterable<Event>, () => client.dispose());
  }

  static overServerSentEvents(url: string, following: Following): FollowedUpdates {
    const gone = new AbortController();
    return new FollowedUpdates(serverSentEvents(url, following, gone.signal), () => gone.abort());
  }

  get kinds(): string[] {
    return this.updates.map(({ kind }) => kind);
  }

  get cursors(): string[] {
    return this.updates.map(({ cursor }) => cursor);
  }

  /** Waits until that many updates have come. */
  async received(count: number): Promise<void> {
    const enough = () => {
      if (this.#failure !== undefined) throw this.#failure;
      return this.updates.length >= count;
    };
    await waitUntil(enough, { what: `${count} updates of a statement`, timeoutMs: 15_000 });
  }

  /** What comes after this is not received any more. @returns the cursor to go on from */
  async disconnect(): Promise<string | undefined> {
    this.#left = true;
    await this.leave();
    return this.cursors.at(-1);
  }

  private async collect(events: AsyncIterable<Event>): Promise<void> {
    for await (const { data, errors } of events) {
      if (this.#left) return;
      if (errors || !data) throw new Error(JSON.stringify(errors));
      this.updates.push(data.statementUpdated);
    }
  }
}

/** The "distinct connections" mode of GraphQL over server-sent events. */
async function* serverSentEvents(
  url: string,
  variables: Following,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: subscription, variables }),
    signal,
  });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    const messages = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const [, data] = /^event: next\ndata: (.*)$/.exec(message) ?? [];
      if (data !== undefined) yield JSON.parse(data) as Event;
    }
  }
}

/**
 * Follows until that many updates have come, leaving and coming back now and then, each time over the other transport.
 * @returns cursors of all that was told, as often as it was told
 */
export async function commute(url: string, { slug, after }: Following, count: number): Promise<string[]> {
  const cursors: string[] = [];
  let place = after;
  for (let turn = 0; cursors.length < count; turn += 1) {
    const follow = turn % 2 === 0 ? FollowedUpdates.overWebSocket : FollowedUpdates.overServerSentEvents;
    const following = follow(url, place === undefined ? { slug } : { slug, after: place });
    await following.received(Math.min(9, count - cursors.length));
    place = await following.disconnect();
    cursors.push(...following.cursors);
  }
  return cursors;
}
