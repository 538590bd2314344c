import { randomUUID } from 'node:crypto';
import { openFeedCursor, seededRandom } from '@coalition-hub/subgraph';
import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { CoalitionBench } from './coalition-bench.js';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;
let life: CoalitionBench;
const listeners: Listener[] = [];

beforeAll(async () => {
  bench = await Workbench.start();
});

beforeEach(async () => {
  life = await CoalitionBench.start(bench);
});

const feed = () => bench.test.subgraph.service.tools.coalitionFeed;

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.leave()));
  expect({ followers: feed().followers, tails: feed().tails }).toEqual({ followers: 0, tails: 0 });
});

afterAll(() => bench.stop());

interface Heard {
  readonly cursor: string;
  readonly kind: string;
  readonly coalition: { readonly slug: string; readonly members: { readonly totalCount: number } };
  readonly organisation: { readonly id: string } | null;
  readonly membership: { readonly joinedOn: string; readonly endedOn: string | null } | null;
  readonly roleTerm: { readonly role: string; readonly until: string | null } | null;
  readonly workingGroup: { readonly name: string } | null;
}

const subscription = `subscription ($slug: String!, $after: String) {
  coalitionUpdated(slug: $slug, after: $after) {
    cursor kind occurredAt
    coalition { slug members { totalCount } }
    organisation { id } membership { joinedOn endedOn } roleTerm { role until } workingGroup { name }
  }
}`;

/** A client that subscribes and keeps what it hears. */
class Listener {
  readonly heard: Heard[] = [];
  readonly #done: Promise<void>;

  private constructor(private readonly answers: AsyncIterator<ExecutionResult>) {
    this.#done = this.#listen();
  }

  static async start(slug: string, after?: string): Promise<Listener> {
    const answers = await bench.test.subscribe(subscription, { variables: { slug, after } });
    if (!(Symbol.asyncIterator in answers)) throw new Error(JSON.stringify(answers));
    const listener = new Listener(answers[Symbol.asyncIterator]());
    listeners.push(listener);
    return listener;
  }

  async until(count: number): Promise<this> {
    const what = `${count} updates`;
    await waitUntil(() => this.heard.length >= count, { what, timeoutMs: 15_000 });
    return this;
  }

  async leave(): Promise<void> {
    await this.answers.return?.();
    await this.#done;
  }

  async #listen(): Promise<void> {
    for (;;) {
      const { done, value } = await this.answers.next();
      if (done) return;
      const { data } = value as ExecutionResult<{ coalitionUpdated: Heard }>;
      if (data) this.heard.push(data.coalitionUpdated);
    }
  }
}

async function updateCursor(slug = life.slug): Promise<string> {
  const source = 'query ($slug: String!) { coalition(slug: $slug) { updateCursor } }';
  const asking = { variables: { slug } };
  return (await bench.test.data<{ coalition: { updateCursor: string } }>(source, asking)).coalition
    .updateCursor;
}

const kinds = ({ heard }: Listener) => heard.map(({ kind }) => kind);

describe('following a coalition', () => {
  it('tells what happens to it, with the state it leads to', async () => {
    const listener = await Listener.start(life.slug);
    const organisationId = await bench.organisation();
    const membershipId = await life.admit(organisationId);
    await listener.until(1);
    const term = { organisationId, role: 'CHAIR', since: '2020-01-01' };
    const roleTermId = idOf((await life.appoint(term)).roleTerm);
    await life.answer('endRoleTerm', { roleTermId, until: '2021-01-01' });
    const workingGroupId = await life.group({ name: 'Borders' });
    const place = { workingGroupId, organisationId, since: '2020-01-01' };
    const joined = idOf((await life.join(place)).workingGroupMembership);
    await life.answer('leaveWorkingGroup', { workingGroupMembershipId: joined, until: '2021-01-01' });
    await life.answer('endWorkingGroup', { workingGroupId, until: '2022-01-01' });
    await bench.answer('endMembership', { membershipId, endedOn: '2023-01-01' }, life.coordinator);
    await listener.until(8);
    expect(kinds(listener)).toEqual([
      'MEMBER_JOINED',
      'ROLE_TERM_STARTED',
      'ROLE_TERM_ENDED',
      'WORKING_GROUP_CREATED',
      'WORKING_GROUP_JOINED',
      'WORKING_GROUP_LEFT',
      'WORKING_GROUP_ENDED',
      'MEMBERSHIP_ENDED',
    ]);
    expect(listener.heard[0]).toMatchObject({
      coalition: { slug: life.slug, members: { totalCount: 1 } },
      organisation: { id: organisationId },
      membership: { joinedOn: '2000-01-01' },
      roleTerm: null,
      workingGroup: null,
    });
    expect(listener.heard[2]).toMatchObject({ roleTerm: { role: 'CHAIR', until: '2021-01-01' } });
    expect(listener.heard[4]).toMatchObject({
      workingGroup: { name: 'Borders' },
      organisation: { id: organisationId },
    });
    expect(listener.heard[7]).toMatchObject({ membership: { endedOn: '2023-01-01' } });
  });

  it('tells of a term that was called off before it began, which is there no more', async () => {
    const organisationId = await bench.organisation();
    const membershipId = await life.admit(organisationId);
    await life.appoint({ organisationId, role: 'CHAIR', since: '2090-01-01' });
    await bench.test.settled();
    const listener = await Listener.start(life.slug, await updateCursor());
    await bench.answer('endMembership', { membershipId, endedOn: '2023-01-01' }, life.coordinator);
    await listener.until(2);
    expect(listener.heard[1]).toMatchObject({
      kind: 'ROLE_TERM_ENDED',
      roleTerm: null,
      organisation: { id: organisationId },
    });
  });

  it('begins after a cursor: what was missed comes first, each update once and in order', async () => {
    const start = await updateCursor();
    const members = [await life.member(), await life.member(), await life.member()];
    await bench.test.settled();
    const listener = await Listener.start(life.slug, start);
    await listener.until(3);
    members.push(await life.member());
    await listener.until(4);
    expect(listener.heard.map(({ organisation }) => organisation?.id)).toEqual(members);
    const again = await Listener.start(life.slug, listener.heard[1]?.cursor);
    await again.until(2);
    expect(again.heard.map(({ cursor }) => cursor)).toEqual(
      listener.heard.slice(2).map(({ cursor }) => cursor),
    );
  });

  it('never tells of an invitation, and of a membership by invitation the same as of any other', async () => {
    const organisationId = await bench.organisation();
    const representative = await life.representativeOf(organisationId);
    const listener = await Listener.start(life.slug, await updateCursor());
    const declined = { invitationId: await life.invited(organisationId), accept: false };
    await life.answer('answerInvitation', declined, representative);
    await life.answer('withdrawInvitation', { invitationId: await life.invited(organisationId) });
    const accepted = { invitationId: await life.invited(organisationId), accept: true };
    await life.answer('answerInvitation', accepted, representative);
    const admitted = await life.member();
    await listener.until(2);
    expect(kinds(listener)).toEqual(['MEMBER_JOINED', 'MEMBER_JOINED']);
    expect(listener.heard.map(({ organisation }) => organisation?.id)).toEqual([organisationId, admitted]);
  });

  it('refuses slugs of nothing and cursors of other lists', async () => {
    await expect(Listener.start('no-such-coalition')).rejects.toThrow('BAD_USER_INPUT');
    await expect(Listener.start('')).rejects.toThrow('BAD_USER_INPUT');
    const foreign = await updateCursor((await CoalitionBench.start(bench)).slug);
    for (const after of [foreign, '', 'made up', 'x'.repeat(5_000)]) {
      await expect(Listener.start(life.slug, after)).rejects.toThrow('BAD_USER_INPUT');
    }
  });

  it('has neither gap nor repeat for whoever joins in the middle of a storm', async () => {
    const seed = randomUUID();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const below = (limit: number) => random.bytes(4, 'draw').readUInt32BE() % limit;
    const organisations = await Promise.all(Array.from({ length: 40 }, () => bench.organisation()));
    const cursors = [await updateCursor()];
    const followed: { listener: Listener; after: string }[] = [];
    for (const organisationId of organisations) {
      await life.admit(organisationId);
      if (below(3) === 0) cursors.push(await updateCursor());
      if (below(3) > 0) continue;
      const after = cursors[below(cursors.length)] ?? '';
      followed.push({ listener: await Listener.start(life.slug, after), after });
    }
    await bench.test.settled();
    const rows = await bench.reads
      .selectFrom('coalition_update')
      .select(['sequence', 'organisation_id'])
      .where('coalition_id', '=', life.coalitionId)
      .orderBy('sequence')
      .execute();
    expect(rows.map((row) => row.organisation_id)).toEqual(organisations);
    const { sealer } = bench.test.subgraph.service;
    for (const { listener, after } of followed) {
      const from = openFeedCursor(sealer, life.coalitionId, after);
      const expected = rows
        .filter(({ sequence }) => Number(sequence) > from)
        .map((row) => row.organisation_id);
      await listener.until(expected.length);
      expect(listener.heard.map(({ organisation }) => organisation?.id)).toEqual(expected);
    }
  }, 60_000);

  it('costs the feed the same SQL however many follow', async () => {
    const reads: number[] = [];
    for (const many of [1, 60]) {
      const crowd = await Promise.all(Array.from({ length: many }, () => Listener.start(life.slug)));
      const { statements } = await recordStatements(async () => {
        await life.member();
        await Promise.all(crowd.map((listener) => listener.until(1)));
      });
      reads.push(statements.filter((text) => /from "(coalition_update|role_term)"/.test(text)).length);
      await Promise.all(listeners.splice(0).map((listener) => listener.leave()));
    }
    console.info(`reads of the feed for one update: ${reads.join(' with 1 follower, ')} with 60`);
    expect(reads[1]).toBeLessThanOrEqual((reads[0] ?? 0) + 2);
  });
});

describe('the feed', () => {
  it('is left as it is when projections are rebuilt, since clients hold cursors into it', async () => {
    const organisationId = await life.member();
    await bench.test.settled();
    const { rebuilt } = await bench.test.subgraph.service.projections.rebuild('coalition-updates');
    expect(rebuilt).toBe(false);
    const rows = await bench.reads
      .selectFrom('coalition_update')
      .select(['kind', 'organisation_id'])
      .where('coalition_id', '=', life.coalitionId)
      .execute();
    expect(rows).toEqual([{ kind: 'MEMBER_JOINED', organisation_id: organisationId }]);
  });
});
