import { randomUUID } from 'node:crypto';
import { type FeedTiming, seededRandom } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Kysely } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { type StatementFeed, statementFeed } from '../src/feed/statement-feed.js';
import { appendUpdates } from '../src/projections/append-updates.js';
import type { StatementEvent } from '../src/projections/update-of-event.js';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

const database = () => hub.test.subgraph.service.database.reads as unknown as Kysely<Tables>;

async function sequences(statementId: string): Promise<number[]> {
  const rows = await database()
    .selectFrom('statement_update')
    .select('sequence')
    .where('statement_id', '=', statementId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence }) => Number(sequence));
}

/** Positions far from those of the scripted streams. */
let position = 1_000_000;

function signed(statementId: string): StatementEvent {
  position += 1;
  const signatureId = randomUUID();
  return {
    stream: 'signatories',
    position,
    id: randomUUID(),
    type: 'SIGNATURE_ADMITTED',
    subject: signatureId,
    occurredAt: '2026-01-01T00:00:00.123456Z',
    data: {
      signatureId,
      statementId,
      organisationId: randomUUID(),
      revisionId: randomUUID(),
      country: null,
      region: null,
    },
  };
}

const append = (...events: StatementEvent[]) =>
  database()
    .transaction()
    .execute((tx) => appendUpdates(tx, events));

describe('the feed', () => {
  it('takes an event once, however often it is told', async () => {
    const id = randomUUID();
    const events = [signed(id), signed(id)];
    await append(...events);
    await append(...events, signed(id));
    expect(await sequences(id)).toHaveLength(3);
  });

  it('shows nobody an update while an earlier one is not committed yet', async () => {
    const id = randomUUID();
    const finish = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = database()
      .transaction()
      .execute(async (tx) => {
        await appendUpdates(tx, [signed(id)]);
        begun.resolve();
        await finish.promise;
      });
    await begun.promise;
    const quick = append(signed(id));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await sequences(id)).toEqual([]);
    finish.resolve();
    await Promise.all([slow, quick]);
    expect(await sequences(id)).toHaveLength(2);
  });

  it('is left as it is when the state is rebuilt, and the state comes out the same', async () => {
    const [open, closed, draft] = [await hub.draft(), await hub.draft(), await hub.draft()];
    await hub.opened(open.id);
    await hub.opened(closed.id);
    await hub.closed(closed.id);
    const before = await Promise.all([open, closed, draft].map(({ id }) => sequences(id)));
    const { rebuilt } = await hub.test.subgraph.service.projections.rebuild('updates');
    expect(rebuilt).toBe(true);
    expect(await Promise.all([open, closed, draft].map(({ id }) => sequences(id)))).toEqual(before);
    expect(await hub.status(open.slug, null)).toBe('OPEN');
    expect(await hub.status(closed.slug, null)).toBe('CLOSED');
    expect(await hub.status(draft.slug)).toBe('DRAFT');
    await hub.test.subgraph.service.projections.rebuild('registry');
    expect(await hub.create()).toMatchObject({ __typename: 'CreateStatementSuccess' });
  });
});

/** A feed of its own that no projection wakes, as in another process. */
async function withFeed<T>(timing: FeedTiming, work: (feed: StatementFeed) => Promise<T>): Promise<T> {
  const feed = statementFeed(hub.test.subgraph.service.parts, timing);
  try {
    return await work(feed);
  } finally {
    await feed.stop();
  }
}

const follow = (feed: StatementFeed, subjectId: string, after = 0, signal?: AbortSignal) =>
  feed.follow({
    subjectId,
    after,
    newest: after,
    personId: null,
    requireFreshRights: async () => undefined,
    signal,
  });

async function publicId(): Promise<string> {
  const { id } = await hub.draft();
  await hub.opened(id);
  return id;
}

describe('followers', () => {
  it('hear of what another process applied, by polling', async () => {
    const id = await publicId();
    await withFeed({ pollMs: 50 }, async (feed) => {
      const follower = follow(feed, id, (await sequences(id)).at(-1));
      const next = follower.next();
      await append(signed(id));
      expect(await next).toMatchObject({ done: false, value: { kind: 'SIGNED' } });
    });
  });

  it('who fall behind what is kept go on from the table, with neither gap nor repeat', async () => {
    const seed = randomUUID();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const below = (limit: number) => random.bytes(4, 'draw').readUInt32BE() % limit;
    const id = await publicId();
    await withFeed({ pollMs: 5, kept: 7 }, async (feed) => {
      const start = (await sequences(id)).at(-1) ?? 0;
      const total = 600;
      const heard = await Promise.all([
        ...Array.from({ length: 12 }, async (_, index) => {
          await new Promise((resolve) => setTimeout(resolve, below(100)));
          const follower = follow(feed, id, start);
          const numbers: number[] = [];
          while (numbers.length < total) {
            const { value } = await follower.next();
            if (value) numbers.push(value.sequence);
            if (below(10) < index / 3) await new Promise((resolve) => setTimeout(resolve, below(3)));
          }
          return numbers;
        }),
        (async () => {
          for (let left = total; left > 0; ) {
            const count = Math.min(left, 1 + below(40));
            await append(...Array.from({ length: count }, () => signed(id)));
            left -= count;
          }
          return [];
        })(),
      ]);
      const all = (await sequences(id)).slice(-total);
      for (const numbers of heard.slice(0, -1)) expect(numbers).toEqual(all);
    });
  });

  it('are all let go when the service stops, also while they wait', async () => {
    const id = await publicId();
    const ends = await withFeed({}, async (feed) => {
      const newest = (await sequences(id)).at(-1);
      return [1, 2, 3].map(() => follow(feed, id, newest).next());
    });
    expect(await Promise.all(ends)).toEqual([1, 2, 3].map(() => ({ done: true, value: undefined })));
  });

  it('leave when the client has gone', async () => {
    const id = await publicId();
    await withFeed({}, async (feed) => {
      const gone = new AbortController();
      const follower = follow(feed, id, (await sequences(id)).at(-1), gone.signal);
      const next = follower.next();
      gone.abort();
      expect(await next).toEqual({ done: true, value: undefined });
      await waitUntil(() => feed.tails === 0, { what: 'no tail' });
      expect((await follow(feed, id, 0, gone.signal).next()).done).toBe(true);
    });
  });

  it('who are signed out are not told of a draft', async () => {
    const { id } = await hub.draft();
    await withFeed({}, async (feed) => {
      const follower = follow(feed, id);
      await expect(follower.next()).rejects.toThrow('not open to you');
      expect(feed.followers).toBe(0);
    });
  });
});
