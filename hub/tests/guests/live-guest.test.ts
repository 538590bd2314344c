import { freePort, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  draftStatement,
  openStatement,
} from '../whole-hub/open-statement.js';
import { DocumentedGuest } from './documented-guest.js';

let hub: InProcessHub;
let guest: DocumentedGuest;
let coordinated: Coordinated;
let open: Draft;
const followers: Follower[] = [];

beforeAll(async () => {
  const hubPort = await freePort();
  guest = await DocumentedGuest.build(await freePort(), `http://127.0.0.1:${hubPort}`, 'live');
  await guest.start();
  hub = await InProcessHub.start({ HUB_PORT: String(hubPort), HUB_GUESTS: guest.setting });
  const administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'Live coalition', 'c@example.org');
}, 90_000);

beforeEach(async () => {
  open = await openStatement(coordinated);
  await hub.settled();
});

afterEach(() => {
  guest.goOn();
  for (const follower of followers.splice(0)) follower.leave();
});

afterAll(async () => {
  await hub?.stop();
  await guest?.remove();
});

interface Told {
  readonly data?: { readonly mentioned: object | null } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const subscription = `subscription ($id: ID!) { mentioned(statementId: $id) { by statement { title status } } }`;

/** Somebody who follows mentions of a statement, and the statement itself on the same connection. */
class Follower {
  readonly told: Told[] = [];
  readonly kinds: string[] = [];
  ended = false;
  readonly #client;

  constructor({ statementId, slug }: Draft, client: GraphClient, by: 'WebSocket' | 'server-sent events') {
    followers.push(this);
    const url = hub.url.replace('http', by === 'WebSocket' ? 'ws' : 'http');
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: client.headers,
    });
    if (by === 'WebSocket') void this.#follow(statementId);
    else void this.#read(statementId, client);
    void this.#updates(slug);
  }

  async received(count: number): Promise<void> {
    await waitUntil(() => this.told.length >= count, { what: `${count} mentions`, timeoutMs: 20_000 });
  }

  leave(): void {
    this.#gone.abort();
    void this.#client.dispose();
  }

  readonly #gone = new AbortController();

  async #follow(id: string): Promise<void> {
    for await (const told of this.#client.iterate({ query: subscription, variables: { id } }))
      this.told.push(told as Told);
    this.ended = true;
  }

  async #updates(slug: string): Promise<void> {
    const query = `subscription ($slug: String!) { statementUpdated(slug: $slug) { kind } }`;
    for await (const { data } of this.#client.iterate({ query, variables: { slug } }))
      if (data) this.kinds.push((data as { statementUpdated: { kind: string } }).statementUpdated.kind);
  }

  /** One connection per subscription, by server-sent events. */
  async #read(id: string, client: GraphClient): Promise<void> {
    try {
      const response = await fetch(hub.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...client.headers },
        body: JSON.stringify({ query: subscription, variables: { id } }),
        signal: this.#gone.signal,
      });
      let rest = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        const messages = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n\n');
        rest = messages.pop() ?? '';
        for (const message of messages) {
          const [, data] = /^event: next\ndata: (.*)$/.exec(message) ?? [];
          if (data !== undefined) this.told.push(JSON.parse(data) as Told);
          if (message.startsWith('event: complete')) this.ended = true;
        }
      }
    } catch (error) {
      if (!this.#gone.signal.aborted) throw error;
    }
  }
}

let turn = 0;

/** Mentions a statement again and again until everybody has heard of one: nobody says when a guest is subscribed to. */
async function mentionedTo(draft: Draft, ...hearers: readonly Follower[]): Promise<void> {
  const before = hearers.map(({ told }) => told.length);
  await waitUntil(
    async () => {
      turn += 1;
      await mention(draft, `Newspaper ${turn}`);
      return hearers.every(({ told }, index) => told.length > (before[index] ?? 0));
    },
    { what: 'a mention that everybody hears of', timeoutMs: 20_000, everyMs: 50 },
  );
}

const mention = ({ statementId }: Draft, by: string, client: GraphClient = coordinated.coordinator) =>
  client.query('mutation ($id: ID!, $by: String!) { mention(statementId: $id, by: $by) { by } }', {
    id: statementId,
    by,
  });

test.each(['WebSocket', 'server-sent events'] as const)(
  'its subscription is followed over %s, with what the hub knows of each update',
  async (by) => {
    const follower = new Follower(open, hub.signedOut(), by);
    await mentionedTo(open, follower);
    await mention(open, 'The last one');
    const isLast = () => JSON.stringify(follower.told.at(-1)).includes('The last one');
    await waitUntil(isLast, { what: 'the last mention' });
    expect(follower.told.at(-1)).toEqual({
      data: {
        mentioned: { by: 'The last one', statement: { title: 'A letter to all States', status: 'OPEN' } },
      },
    });
    await expect(mention(open, 'Nobody', hub.signedOut())).rejects.toThrow('UNAUTHENTICATED');
  },
);

test('shows of a draft what the follower may see, and nothing else', async () => {
  const draft = await draftStatement(coordinated, { title: 'Not for everybody' });
  const inside = new Follower(draft, coordinated.coordinator, 'WebSocket');
  const outside = new Follower(draft, hub.signedOut(), 'WebSocket');
  await mentionedTo(draft, inside, outside);
  expect(inside.told[0]?.data?.mentioned).toMatchObject({
    statement: { title: 'Not for everybody', status: 'DRAFT' },
  });
  expect(outside.told[0]?.data?.mentioned).toMatchObject({ statement: null });
  expect(JSON.stringify(outside.told)).not.toContain('Not for everybody');
});

test.each(['WebSocket', 'server-sent events'] as const)(
  'when it dies, followers over %s are told so, the rest goes on, and it can be followed anew',
  async (by) => {
    const follower = new Follower(open, hub.signedOut(), by);
    await mentionedTo(open, follower);
    await guest.kill();
    await waitUntil(() => follower.ended, { what: 'the end of the subscription', timeoutMs: 20_000 });
    const last = follower.told.at(-1);
    const gone = { data: { mentioned: null }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] };
    expect(last).toMatchObject(gone);
    expect(JSON.stringify(last)).not.toMatch(/127\.0\.0\.1|ECONN|live"|socket/i);
    expect((await fetch(`${hub.hub.url}/health/ready`)).status).toBe(200);

    const meanwhile = new Follower(open, hub.signedOut(), by);
    await meanwhile.received(1);
    expect(meanwhile.told).toMatchObject([gone]);
    await coordinated.coordinator.succeed('closeForSignature', { statementId: open.statementId });
    await waitUntil(() => follower.kinds.includes('CLOSED'), { what: 'an update of the hub itself' });

    await guest.start();
    const anew = new Follower(open, hub.signedOut(), by);
    await mentionedTo(open, anew);
    expect(anew.told[0]?.data?.mentioned).toMatchObject({ statement: { status: 'CLOSED' } });
  },
  60_000,
);

test('when it hangs, it counts as dead', async () => {
  const follower = new Follower(open, hub.signedOut(), 'WebSocket');
  await mentionedTo(open, follower);
  guest.pause();
  await waitUntil(() => follower.ended, { what: 'the end of the subscription', timeoutMs: 30_000 });
  expect(follower.told.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
}, 60_000);
