import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CoalitionBench, type Invitation, type LifeAnswer } from './coalition-bench.js';
import { Workbench } from './workbench.js';

let bench: Workbench;
let life: CoalitionBench;
let organisationId: string;
let representative: Viewer;

beforeAll(async () => {
  bench = await Workbench.start();
});

beforeEach(async () => {
  life = await CoalitionBench.start(bench);
  organisationId = await bench.organisation();
  representative = await life.representativeOf(organisationId);
});

afterEach(() => setHubTime(bench.test.database.adminUrl, null));

afterAll(() => bench.stop());

const page = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
  id state message answeredAt organisation { id } coalition { id } membership { id joinedOn }
} }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: Invitation }[];
}

const sentQuery = `query ($slug: String!, $state: CoalitionInvitationState, $first: Int, $after: String) {
  coalition(slug: $slug) { invitations(state: $state, first: $first, after: $after) { ${page} } }
}`;

const receivedQuery = `query ($state: CoalitionInvitationState, $first: Int, $after: String) {
  viewer { invitations(state: $state, first: $first, after: $after) { ${page} } }
}`;

async function sent(viewer: Viewer | null, variables: object = {}): Promise<Page> {
  const asking = { variables: { slug: life.slug, ...variables }, viewer };
  return (await bench.test.data<{ coalition: { invitations: Page } }>(sentQuery, asking)).coalition
    .invitations;
}

async function received(viewer: Viewer, variables: object = {}): Promise<Page> {
  const asking = { variables: { ...variables }, viewer };
  return (await bench.test.data<{ viewer: { invitations: Page } }>(receivedQuery, asking)).viewer.invitations;
}

const answer = (invitationId: string, accept: boolean, viewer = representative) =>
  life.answer('answerInvitation', { invitationId, accept }, viewer);

const isMember = async () => {
  const source =
    'query ($slug: String!) { coalition(slug: $slug) { members { edges { node { organisation { id } } } } } }';
  const { coalition } = await bench.test.data<{
    coalition: { members: { edges: { node: { organisation: { id: string } } }[] } };
  }>(source, { variables: { slug: life.slug } });
  return coalition.members.edges.some(({ node }) => node.organisation.id === organisationId);
};

async function expectRefusal(work: () => Promise<LifeAnswer>, refusal: object): Promise<void> {
  const before = await bench.stored();
  expect(await work()).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

describe('an invitation', () => {
  it('that is accepted makes the membership, in one step', async () => {
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59.999Z');
    const invitationId = await life.invited(organisationId, { message: 'Please join us.' });
    expect(await isMember()).toBe(false);
    const accepted = await answer(invitationId, true);
    expect(accepted.invitation).toMatchObject({
      state: 'ACCEPTED',
      message: 'Please join us.',
      membership: { joinedOn: '2026-03-31' },
    });
    expect(await isMember()).toBe(true);
    expect((await bench.told(accepted.invitation?.membership?.id ?? '')).map(({ type }) => type)).toEqual([
      'MEMBER_ADMITTED',
    ]);
  });

  it('that is declined or withdrawn makes none, and makes room for another', async () => {
    expect((await answer(await life.invited(organisationId), false)).invitation).toMatchObject({
      state: 'DECLINED',
      membership: null,
    });
    const again = await life.invited(organisationId);
    const withdrawn = await life.answer('withdrawInvitation', { invitationId: again });
    expect(withdrawn.invitation).toMatchObject({ state: 'WITHDRAWN' });
    await expectRefusal(() => answer(again, true), { code: 'INVITATION_NOT_PENDING', state: 'WITHDRAWN' });
    expect(await isMember()).toBe(false);
    await life.invited(organisationId);
    expect((await sent(life.coordinator)).edges.map(({ node }) => node.state)).toEqual([
      'PENDING',
      'WITHDRAWN',
      'DECLINED',
    ]);
  });

  it('is answered once', async () => {
    const invitationId = await life.invited(organisationId);
    await answer(invitationId, true);
    for (const accept of [true, false]) {
      await expectRefusal(() => answer(invitationId, accept), {
        code: 'INVITATION_NOT_PENDING',
        state: 'ACCEPTED',
      });
    }
    await expectRefusal(() => life.answer('withdrawInvitation', { invitationId }), { state: 'ACCEPTED' });
  });

  it('waits alone: a second one to the same organisation is refused, and one to a member', async () => {
    await life.invited(organisationId);
    await expectRefusal(() => life.invite({ organisationId }), { code: 'ALREADY_INVITED' });
    const member = await life.member();
    await expectRefusal(() => life.invite({ organisationId: member }), { code: 'MEMBERSHIP_OVERLAPS' });
  });

  it('cannot be accepted by whoever was admitted meanwhile, but declined', async () => {
    const invitationId = await life.invited(organisationId);
    await life.admit(organisationId);
    await expectRefusal(() => answer(invitationId, true), { code: 'MEMBERSHIP_OVERLAPS' });
    expect((await answer(invitationId, false)).invitation?.state).toBe('DECLINED');
  });

  it('expires by the database’s clock, after its last day, and makes room for another', async () => {
    await setHubTime(bench.test.database.adminUrl, '2026-03-30T12:00:00Z');
    await expectRefusal(() => life.invite({ organisationId, expiresOn: '2026-03-29' }), {
      field: 'expiresOn',
    });
    const invitationId = await life.invited(organisationId, { expiresOn: '2026-03-31' });
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59.999Z');
    expect((await sent(life.coordinator, { state: 'PENDING' })).totalCount).toBe(1);
    await setHubTime(bench.test.database.adminUrl, '2026-04-01T00:00:00Z');
    expect((await sent(life.coordinator, { state: 'PENDING' })).totalCount).toBe(0);
    expect((await received(representative, { state: 'EXPIRED' })).edges).toHaveLength(1);
    const expired = { code: 'INVITATION_NOT_PENDING', state: 'EXPIRED' };
    await expectRefusal(() => answer(invitationId, true), expired);
    await expectRefusal(() => life.answer('withdrawInvitation', { invitationId }), expired);
    await life.invited(organisationId);
    expect((await sent(life.coordinator)).edges.map(({ node }) => node.state)).toEqual([
      'PENDING',
      'EXPIRED',
    ]);
  });

  it('may be answered under any mandate of the organisation, and under none that was taken away', async () => {
    const narrow = { scopes: ['REVISE'], statementId: randomUUID() };
    const other = await life.representativeOf(organisationId, narrow);
    const invitationId = await life.invited(organisationId);
    const { viewer } = await bench.test.data<{ viewer: { mandates: { id: string }[] } }>(
      '{ viewer { mandates { id } } }',
      { viewer: representative },
    );
    await bench.answer('revokeMandate', { mandateId: viewer.mandates[0]?.id });
    await bench.test.settled();
    expect(await answer(invitationId, true)).toMatchObject({ __typename: 'NotFound' });
    expect((await received(representative)).totalCount).toBe(0);
    expect((await answer(invitationId, true, other)).invitation?.state).toBe('ACCEPTED');
  });
});

describe('several at once', () => {
  it('answer an invitation once, whatever they say', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const invitationId = await life.invited(organisationId);
      const answers = await Promise.all([
        ...[true, false, true, false].map((accept) => answer(invitationId, accept)),
        life.answer('withdrawInvitation', { invitationId }),
      ]);
      const done = answers.filter(({ __typename }) => /Success$/.test(__typename));
      expect(done).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'INVITATION_NOT_PENDING')).toHaveLength(4);
      const accepted = done[0]?.invitation?.state === 'ACCEPTED';
      expect(await isMember()).toBe(accepted);
      if (accepted) break;
    }
  });

  it('invite an organisation once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => life.invite({ organisationId })));
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array(5).fill('AlreadyInvited'), 'InviteOrganisationSuccess']);
  });

  it('admit and accept: one membership comes of it', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const here = await CoalitionBench.start(bench);
      const invitationId = await here.invited(organisationId);
      const admitted = { coalitionId: here.coalitionId, organisationId };
      await Promise.all([
        answer(invitationId, true),
        ...Array.from({ length: 6 }, () => bench.answer('admitMember', admitted, here.coordinator)),
      ]);
      const rows = await bench.reads
        .selectFrom('membership')
        .select('id')
        .where('coalition_id', '=', here.coalitionId)
        .execute();
      expect(rows).toHaveLength(1);
    }
  });
});

describe('who is no party to an invitation', () => {
  /** Everything that may be asked about it, as bytes. */
  async function bytes(viewer: Viewer | null, invitationId: string, cursor: string): Promise<string> {
    const asked = [
      await bench.test.execute(sentQuery, { variables: { slug: life.slug }, viewer }),
      await bench.test.execute(sentQuery, { variables: { slug: life.slug, state: 'DECLINED' }, viewer }),
      await bench.test.execute(sentQuery, { variables: { slug: life.slug, after: cursor }, viewer }),
      await bench.test.execute(receivedQuery, { viewer }),
      viewer && (await answer(invitationId, true, viewer)),
      viewer && (await life.answer('withdrawInvitation', { invitationId }, viewer)),
    ];
    return JSON.stringify(asked);
  }

  it('reads the same bytes as if it had never been made', async () => {
    const others = {
      'signed out': null,
      'without rights': bench.test.viewer('nobody@example.org'),
      administrator: bench.administrator,
      'coordinator of another': (await CoalitionBench.start(bench)).coordinator,
      'representative of another': await life.representativeOf(await bench.organisation()),
    };
    const invitationId = await life.invited(organisationId);
    const cursor = (await sent(life.coordinator)).edges[0]?.cursor ?? '';
    const never = randomUUID();
    for (const [person, viewer] of Object.entries(others)) {
      const here = await bytes(viewer, invitationId, cursor);
      expect([person, here.includes(organisationId)]).toEqual([person, false]);
      expect([person, await bytes(viewer, never, cursor)]).toEqual([person, here]);
    }
    const seen = new Map<string, string>();
    for (const [person, viewer] of Object.entries(others))
      seen.set(person, await bytes(viewer, invitationId, cursor));
    await answer(invitationId, false);
    for (const [person, viewer] of Object.entries(others)) {
      expect([person, await bytes(viewer, invitationId, cursor)]).toEqual([person, seen.get(person)]);
    }
  });

  it('is the coalition of another organisation, and the representative of it where it looks at the coalition', async () => {
    await life.invited(organisationId);
    await life.invited(await bench.organisation());
    expect((await sent(life.coordinator)).totalCount).toBe(2);
    expect((await received(representative)).totalCount).toBe(1);
    expect(await sent(representative)).toMatchObject({ totalCount: 0, edges: [] });
    expect((await received(life.coordinator)).totalCount).toBe(0);
  });
});

describe('lists of invitations', () => {
  it('go on after a cursor, newest first, for either side', async () => {
    const made: string[] = [];
    for (let number = 0; number < 5; number += 1)
      made.unshift(await life.invited(await bench.organisation()));
    const first = await sent(life.coordinator, { first: 3 });
    const second = await sent(life.coordinator, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(made);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      5,
      true,
      false,
    ]);
    const mine: string[] = [];
    for (let number = 0; number < 3; number += 1) {
      mine.unshift(await (await CoalitionBench.start(bench)).invited(organisationId));
    }
    const one = await received(representative, { first: 2 });
    const two = await received(representative, { first: 2, after: one.pageInfo.endCursor });
    expect([...one.edges, ...two.edges].map(({ node }) => node.id)).toEqual(mine);
  });

  it('refuse cursors of other lists and sizes out of bounds', async () => {
    await life.invited(organisationId);
    const cursor = (await sent(life.coordinator)).edges[0]?.cursor;
    for (const variables of [
      { after: cursor },
      { first: 0 },
      { first: 1_000_000_000 },
      { after: 'made up' },
    ]) {
      const { errors } = await bench.test.execute(receivedQuery, { variables, viewer: representative });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
