import { randomUUID } from 'node:crypto';
import { openFeedCursor, seededRandom } from '@coalition-hub/subgraph';
import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Listener, type Listening } from './listener.js';
import { type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
const listeners: Listener[] = [];

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.leave()));
  expect({ followers: hub.feed.followers, tails: hub.feed.tails }).toEqual({ followers: 0, tails: 0 });
});

afterAll(() => hub.stop());

async function listen({ slug }: Draft, listening: Listening = {}): Promise<Listener> {
  const listener = await Listener.start(hub, slug, listening);
  listeners.push(listener);
  return listener;
}

async function publicStatement(): Promise<Draft> {
  const draft = await hub.draft();
  await hub.opened(draft.id);
  return draft;
}

async function updateCursor({ slug }: Draft, viewer = hub.coordinator): Promise<string> {
  const source = 'query ($slug: String!) { statement(slug: $slug) { updateCursor } }';
  const asking = { variables: { slug }, viewer };
  const { statement } = await hub.test.data<{ statement: { updateCursor: string } }>(source, asking);
  return statement.updateCursor;
}

const kinds = ({ heard }: Listener) => heard.map(({ kind }) => kind);
const signatures = ({ heard }: Listener) => heard.map(({ signature }) => signature?.id);

/** The feed of a statement as the table has it. */
async function written(id: string) {
  const rows = await hub.test.subgraph.service.database.reads
    .selectFrom('statement_update')
    .select(['sequence', 'signature_id'])
    .where('statement_id', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, signature_id }) => ({ sequence: Number(sequence), signature: signature_id }));
}

const newest = async (id: string) => (await written(id)).at(-1)?.sequence ?? 0;

describe('following a statement', () => {
  it('tells everything that happens, with the state it leads to', async () => {
    const draft = await hub.draft();
    const listener = await listen(draft, { viewer: hub.coordinator });
    await hub.revise(draft.id, 1, { title: 'Revised' });
    await listener.until(1);
    await hub.opened(draft.id);
    await listener.until(2);
    const [signature] = await hub.signed(draft.id, 1);
    await listener.until(3);
    await hub.closed(draft.id);
    await listener.until(4);
    await hub.delivered(draft.id);
    await listener.until(5);
    await hub.withdraw(draft.id);
    await listener.until(6);
    expect(listener.heard.map(({ kind, statement: { status } }) => `${kind} ${status}`)).toEqual([
      'REVISED DRAFT',
      'OPENED OPEN',
      'SIGNED OPEN',
      'CLOSED CLOSED',
      'DELIVERED DELIVERED',
      'WITHDRAWN WITHDRAWN',
    ]);
    expect(listener.heard[0]).toMatchObject({ revision: { number: 2 }, statement: { title: 'Revised' } });
    expect(listener.heard[2]).toMatchObject({ signature: { id: signature } });
  });

  it('begins after a cursor: what was missed comes first, each update once and in order', async () => {
    const draft = await hub.draft();
    const start = await updateCursor(draft);
    await hub.revise(draft.id, 1);
    await hub.test.settled();
    await hub.opened(draft.id);
    const early = await hub.signed(draft.id, 3);
    await hub.test.settled();
    const listener = await listen(draft, { after: start, viewer: hub.coordinator });
    await listener.until(5);
    const late = await hub.signed(draft.id, 2);
    await listener.until(7);
    expect(kinds(listener)).toEqual(['REVISED', 'OPENED', ...Array(5).fill('SIGNED')]);
    expect(signatures(listener).slice(2)).toEqual([...early, ...late]);
    const again = await listen(draft, { after: listener.heard[3]?.cursor });
    await again.until(3);
    expect(again.heard).toEqual(listener.heard.slice(4));
  });

  it('reads what hangs below the statement anew for every update', async () => {
    const draft = await hub.draft();
    const source = `subscription ($slug: String!) { statementUpdated(slug: $slug) {
      statement { currentRevision { number } revisions { totalCount } }
    } }`;
    const asking = { variables: { slug: draft.slug }, viewer: hub.coordinator };
    const stream = (await hub.test.subscribe(source, asking)) as AsyncIterable<unknown>;
    const answers = stream[Symbol.asyncIterator]();
    for (const number of [2, 3, 4]) {
      await hub.revise(draft.id, number - 1);
      const { value } = await answers.next();
      expect(JSON.parse(JSON.stringify(value))).toEqual({
        data: {
          statementUpdated: { statement: { currentRevision: { number }, revisions: { totalCount: number } } },
        },
      });
    }
    await answers.return?.();
  });

  it('refuses cursors of other lists', async () => {
    const [one, two] = [await publicStatement(), await publicStatement()];
    const cursor = await updateCursor(two);
    for (const after of [cursor, '', 'made up', 'x'.repeat(5_000), `${cursor}A`]) {
      await expect(listen(one, { after })).rejects.toThrow('BAD_USER_INPUT');
    }
  });

  it('reads nothing any more after the last follower has left', async () => {
    const draft = await publicStatement();
    const [one, two] = [await listen(draft), await listen(draft)];
    expect({ followers: hub.feed.followers, tails: hub.feed.tails }).toEqual({ followers: 2, tails: 1 });
    await one.leave();
    expect(hub.feed.tails).toBe(1);
    await two.leave();
    const silent = await recordStatements(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
    expect(silent.statements.filter((text) => text.includes('statement_update'))).toEqual([]);
  });
});

describe('a storm of updates', () => {
  it('reaches everybody who joins in its middle, without a gap and without a repeat', async () => {
    const seed = randomUUID();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const below = (limit: number) => random.bytes(4, 'draw').readUInt32BE() % limit;
    const { sealer } = hub.test.subgraph.service;
    const draft = await publicStatement();
    const cursors = [await updateCursor(draft)];
    const followed: { listener: Listener; from: number; to: number }[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      if (below(3) > 0) await hub.signed(draft.id, 1 + below(12));
      if (below(4) === 0) cursors.push(await updateCursor(draft));
      if (below(2) === 0) {
        const after = below(3) === 0 ? undefined : cursors[below(cursors.length)];
        const slow = below(5) === 0;
        const earliest = await newest(draft.id);
        const listener = await listen(draft, { after, slowness: () => (slow ? below(4) : 0) });
        const exact = after === undefined ? undefined : openFeedCursor(sealer, draft.id, after);
        followed.push({ listener, from: exact ?? earliest, to: exact ?? (await newest(draft.id)) });
      }
      if (below(4) === 0) await new Promise((resolve) => setTimeout(resolve, below(10)));
    }
    const [last] = await hub.signed(draft.id, 1);
    await hub.test.settled();
    const all = await written(draft.id);
    const after = (sequence: number) => all.filter((update) => update.sequence > sequence).length;
    for (const { listener, from, to } of followed) {
      const what = 'the last update';
      await waitUntil(() => signatures(listener).at(-1) === last, { what, timeoutMs: 10_000 });
      const heard = signatures(listener);
      expect(heard).toEqual(all.slice(-heard.length).map(({ signature }) => signature));
      expect(heard.length).toBeLessThanOrEqual(after(from));
      expect(heard.length).toBeGreaterThanOrEqual(after(to));
    }
    console.info(`${followed.length} followers, ${all.length} updates`);
  });

  it('costs the same SQL per update however many follow', async () => {
    const draft = await publicStatement();
    const costs: number[] = [];
    for (const many of [1, 150]) {
      const crowd = await Promise.all(Array.from({ length: many }, () => listen(draft)));
      const { statements } = await recordStatements(async () => {
        for (let turn = 1; turn <= 5; turn += 1) {
          await hub.signed(draft.id, 1);
          await Promise.all(crowd.map((listener) => listener.until(turn)));
        }
      });
      const reads = statements.filter((text) => !/^\s*(insert|select pg_advisory)/.test(text));
      costs.push(reads.length);
      await Promise.all(crowd.map((listener) => listener.leave()));
    }
    const [alone = 0, crowded = 0] = costs;
    console.info(`reads for 5 updates: ${alone} with 1 follower, ${crowded} with 150`);
    expect(alone).toBeGreaterThan(0);
    expect(crowded).toBeLessThanOrEqual(alone + 3);
  });

  it('is authorised at once for all who follow a draft', async () => {
    const draft = await hub.draft();
    const guests = Array.from({ length: 40 }, (_, index) => hub.test.viewer(`guest-${index}@example.org`));
    for (const guest of guests) await hub.grantMandate(guest, hub.coAuthorIds[0] ?? '', ['SIGN'], draft.id);
    await hub.test.settled();
    const crowd = await Promise.all(guests.map((viewer) => listen(draft, { viewer })));
    const { statements } = await recordStatements(async () => {
      await hub.revise(draft.id, 1);
      await Promise.all(crowd.map((listener) => listener.until(1)));
    });
    expect(statements.filter((text) => text.includes('"asked"')).length).toBeLessThanOrEqual(2);
  });
});

describe('rights that are taken away', () => {
  it('end the following of a draft before the next update, and of nothing else', async () => {
    const draft = await hub.draft();
    const guest = hub.test.viewer('passing@example.org');
    const revoke = await hub.grantMandate(guest, hub.coAuthorIds[1] ?? '', ['SIGN']);
    await hub.test.settled();
    const [leaving, staying] = [
      await listen(draft, { viewer: guest }),
      await listen(draft, { viewer: hub.coordinator }),
    ];
    await hub.revise(draft.id, 1);
    await Promise.all([leaving.until(1), staying.until(1)]);
    await revoke();
    await hub.test.settled();
    await hub.revise(draft.id, 2);
    await waitUntil(() => leaving.ended, { what: 'the end' });
    await staying.until(2);
    expect(kinds(leaving)).toEqual(['REVISED']);
    expect(leaving.errors).toEqual([
      expect.objectContaining({ message: 'There is no such statement, or it is not open to you.' }),
    ]);
    expect(kinds(staying)).toEqual(['REVISED', 'REVISED']);
  });

  it('do not end the following of a public statement', async () => {
    const draft = await publicStatement();
    const guest = hub.test.viewer('reader@example.org');
    const revoke = await hub.grantMandate(guest, hub.coAuthorIds[1] ?? '', ['SIGN']);
    await hub.test.settled();
    const listener = await listen(draft, { viewer: guest });
    await revoke();
    await hub.test.settled();
    await hub.signed(draft.id, 1);
    await listener.until(1);
    expect(kinds(listener)).toEqual(['SIGNED']);
  });
});
