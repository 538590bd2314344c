import { waitUntil } from '@coalition-hub/testkit';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What every update says. */
export interface Told {
  readonly cursor: string;
  readonly kind: string;
}

export interface Update extends Told {
  readonly signature: {
    readonly id: string;
    readonly nameAsSigned: string;
    readonly organisation: { readonly id: string; readonly name: string; readonly country: string | null };
  } | null;
}

interface Event {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
}

export interface Following {
  readonly slug: string;
  /** A cursor, to get what came after it. */
  readonly after?: string;
}

/** A subscription to what happens to something, by its slug. */
export class Feed<Followed extends Told> {
  /** Only said, never kept: what its updates are. */
  declare readonly updates: Followed;
  readonly query: string;

  constructor(
    readonly field: string,
    selection: string,
  ) {
    this.query = `subscription ($slug: String!, $after: String) {
      ${field}(slug: $slug, after: $after) { cursor kind ${selection} } }`;
  }
}

const ofStatements = new Feed<Update>(
  'statementUpdated',
  'signature { id nameAsSigned organisation { id name country } }',
);

/** A reader, signed out, who follows a statement live, or what else a feed tells of. */
export class FollowedUpdates<Followed extends Told = Update> {
  readonly updates: Followed[] = [];
  #failure: unknown;
  #left = false;

  private constructor(
    events: AsyncIterable<Event>,
    private readonly field: string,
    private readonly leave: () => void | Promise<void>,
  ) {
    this.collect(events).catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** By the protocol of graphql-ws. */
  static overWebSocket(url: string, following: Following): FollowedUpdates;
  static overWebSocket<Of extends Told>(
    url: string,
    following: Following,
    feed: Feed<Of>,
  ): FollowedUpdates<Of>;
  static overWebSocket(
    url: string,
    following: Following,
    feed: Feed<Update> = ofStatements,
  ): FollowedUpdates {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const events = client.iterate<Event['data'] & {}>({ query: feed.query, variables: { ...following } });
    return new FollowedUpdates(events as AsyncIterable<Event>, feed.field, () => client.dispose());
  }

  static overServerSentEvents(url: string, following: Following): FollowedUpdates;
  static overServerSentEvents<Of extends Told>(
    url: string,
    following: Following,
    feed: Feed<Of>,
  ): FollowedUpdates<Of>;
  static overServerSentEvents(
    url: string,
    following: Following,
    feed: Feed<Update> = ofStatements,
  ): FollowedUpdates {
    const gone = new AbortController();
    const events = serverSentEvents(url, feed.query, following, gone.signal);
    return new FollowedUpdates(events, feed.field, () => gone.abort());
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
    await waitUntil(enough, { what: `${count} updates`, timeoutMs: 15_000 });
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
      this.updates.push(data[this.field] as Followed);
    }
  }
}

/** The "distinct connections" mode of GraphQL over server-sent events. */
async function* serverSentEvents(
  url: string,
  query: string,
  variables: Following,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables }),
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
