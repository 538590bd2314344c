import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Listener } from './listener.js';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

interface Inner {
  readonly status: string;
  readonly revisions: {
    readonly totalCount: number;
    readonly edges: readonly { node: { number: number } }[];
  };
  readonly amendments: {
    readonly totalCount: number;
    readonly edges: readonly { node: { reason: string } }[];
  };
  readonly comments: {
    readonly totalCount: number;
    readonly edges: readonly { node: { text: string; organisation: { id: string } | null } }[];
  };
}

async function read(slug: string, viewer: Viewer | null): Promise<Inner | null> {
  const source = `query ($slug: String!) { statement(slug: $slug) {
    status
    revisions { totalCount edges { node { number } } }
    amendments { totalCount edges { node { reason } } }
    comments { totalCount edges { node { text organisation { id } } } }
  } }`;
  return (await hub.test.data<{ statement: Inner | null }>(source, { variables: { slug }, viewer }))
    .statement;
}

const comment = (statementId: string, text: string, viewer: Viewer | null, more: object = {}) =>
  hub.mutate<{ comment: { id: string } }>(
    'commentOnStatement',
    { statementId, text, ...more },
    'comment { id }',
    viewer,
  );

const propose = (statementId: string, reason: string, viewer: Viewer | null, more: object = {}) =>
  hub.mutate<{ amendment: { id: string } }>(
    'proposeAmendment',
    { statementId, revisionNumber: 1, passage: 'inquiry', replacement: 'investigation', reason, ...more },
    'amendment { id }',
    viewer,
  );

async function coAuthor(email: string): Promise<Viewer> {
  const viewer = hub.test.viewer(email);
  await hub.grantMandate(viewer, hub.coAuthorIds[0] ?? '', ['SIGN']);
  await hub.test.settled();
  return viewer;
}

describe('a consultation', () => {
  it('lets members of the coalition in, from the current revision on, and nobody else', async () => {
    const { viewer: member } = await hub.member('member@example.org');
    const [ended, future, elsewhere, lapsed] = ['ended', 'future', 'elsewhere', 'lapsed'].map((name) => ({
      viewer: hub.test.viewer(`${name}@example.org`),
      id: randomUUID(),
    }));
    await (await hub.admitMember(ended?.id ?? ''))('2020-12-31');
    await hub.admitMember(future?.id ?? '', '2999-01-01');
    await hub.admitMember(elsewhere?.id ?? '', '2001-01-01', randomUUID());
    await hub.admitMember(lapsed?.id ?? '');
    for (const out of [ended, future, elsewhere])
      await hub.grantMandate(out?.viewer ?? member, out?.id ?? '', ['SIGN']);
    await hub.grantMandate(lapsed?.viewer ?? member, lapsed?.id ?? '', ['SIGN'], null, '2001-01-01');
    const limited = hub.test.viewer('limited-elsewhere@example.org');
    const limitedTo = randomUUID();
    await hub.admitMember(limitedTo);
    await hub.grantMandate(limited, limitedTo, ['SIGN'], randomUUID());
    const outsiders = [
      null,
      hub.stranger,
      limited,
      ...[ended, future, elsewhere, lapsed].map((out) => out?.viewer ?? null),
    ];

    const { id, slug } = await hub.draft();
    await hub.revise(id, 1);
    for (const viewer of [member, ...outsiders]) expect(await read(slug, viewer)).toBeNull();
    expect(await hub.consult(id)).toMatchObject({ statement: { status: 'CONSULTATION' } });
    await hub.revise(id, 2);
    expect(await read(slug, member)).toMatchObject({
      status: 'CONSULTATION',
      revisions: { totalCount: 2, edges: [{ node: { number: 2 } }, { node: { number: 3 } }] },
    });
    for (const viewer of outsiders) expect(await read(slug, viewer)).toBeNull();
    expect((await read(slug, hub.coordinator))?.revisions.totalCount).toBe(3);
  });

  it('is over for whoever loses the mandate, or whose organisation leaves', async () => {
    const { id, slug } = await hub.draft();
    await hub.consult(id);
    const organisationId = randomUUID();
    const viewer = hub.test.viewer('leaving@example.org');
    const end = await hub.admitMember(organisationId);
    const revoke = await hub.grantMandate(viewer, organisationId, ['REVISE']);
    await hub.test.settled();
    expect(await read(slug, viewer)).not.toBeNull();
    await revoke();
    await hub.test.settled();
    expect(await read(slug, viewer)).toBeNull();
    await hub.grantMandate(viewer, organisationId, ['SIGN']);
    await hub.test.settled();
    expect(await read(slug, viewer)).not.toBeNull();
    await end('2020-01-01');
    await hub.test.settled();
    expect(await read(slug, viewer)).toBeNull();
  });

  it('is started by coordinators of the coalition, once, while the statement is a draft', async () => {
    const { id } = await hub.draft();
    const { viewer: member } = await hub.member('starting@example.org');
    expect(await hub.consult(id, member)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await hub.failure(async () => hub.consult(id, await coAuthor('co-starting@example.org')))).toBe(
      'FORBIDDEN',
    );
    expect(await hub.failure(() => hub.consult(id, null))).toBe('UNAUTHENTICATED');
    expect(await hub.consult('no uuid')).toMatchObject({ code: 'NOT_FOUND' });
    const answers = await Promise.all([1, 2, 3].map(() => hub.consult(id)));
    expect(answers.filter(({ code }) => code === 'CONSULTATION_STARTED')).toHaveLength(2);
    await hub.opened(id);
    expect(await hub.consult(id)).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
  });

  it('keeps what was said to those who could read the draft when it was said', async () => {
    const { viewer: member, organisationId } = await hub.member('reading@example.org');
    const insider = await coAuthor('insider@example.org');
    const { id, slug } = await hub.draft();
    await comment(id, 'Before', insider);
    const { amendment } = await propose(id, 'Before', insider);
    await hub.consult(id);
    await hub.test.settled();
    await comment(id, 'During', member);
    await comment(id, 'As coordinator', hub.coordinator);
    await comment(id, 'On the hidden one', insider, { amendmentId: amendment?.id });
    await propose(id, 'During', member);
    for (const viewer of [hub.coordinator, insider]) {
      expect(await read(slug, viewer)).toMatchObject({
        amendments: { totalCount: 2 },
        comments: { totalCount: 4 },
      });
    }
    const seen = await read(slug, member);
    expect(seen?.amendments).toEqual({ totalCount: 1, edges: [{ node: { reason: 'During' } }] });
    expect(seen?.comments.edges.map(({ node }) => node)).toEqual([
      { text: 'During', organisation: { id: organisationId } },
      { text: 'As coordinator', organisation: null },
    ]);
    expect(await comment(id, 'Guessed', member, { amendmentId: amendment?.id })).toMatchObject({
      code: 'NOT_FOUND',
    });

    await hub.opened(id);
    for (const viewer of [null, hub.stranger]) {
      expect(await read(slug, viewer)).toMatchObject({
        status: 'OPEN',
        amendments: { totalCount: 0, edges: [] },
        comments: { totalCount: 0, edges: [] },
      });
    }
    expect(await read(slug, member)).toMatchObject({
      amendments: { totalCount: 1 },
      comments: { totalCount: 2 },
    });
    expect(await comment(id, 'Late', member)).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
    expect(await hub.failure(() => comment(id, 'Late', hub.stranger))).toBe('FORBIDDEN');
  });

  it('is followed live by members from its beginning on, and by the public not at all', async () => {
    const { viewer: member } = await hub.member('following@example.org');
    const insider = await coAuthor('following-inside@example.org');
    const { id, slug } = await hub.draft();
    const hidden = await propose(id, 'Before', insider);
    await hub.test.settled();
    const source = 'query ($slug: String!) { statement(slug: $slug) { updateCursor } }';
    const { statement } = await hub.test.data<{ statement: { updateCursor: string } }>(source, {
      variables: { slug },
      viewer: hub.coordinator,
    });
    await hub.consult(id);
    await hub.test.settled();
    const inside = await Listener.start(hub, slug, {
      viewer: hub.coordinator,
      after: statement.updateCursor,
    });
    const heard = await Listener.start(hub, slug, { viewer: member, after: statement.updateCursor });
    await hub.mutate(
      'decideAmendment',
      { amendmentId: hidden.amendment?.id, decision: 'REJECT' },
      '__typename',
    );
    const shared = await propose(id, 'During', member);
    await hub.mutate(
      'decideAmendment',
      { amendmentId: shared.amendment?.id, decision: 'ACCEPT' },
      '__typename',
    );
    await inside.until(5);
    await heard.until(4);
    const kinds = ({ heard: updates }: Listener) => updates.map(({ kind }) => kind);
    expect(kinds(inside)).toEqual([
      'CONSULTATION_STARTED',
      'AMENDMENT_DECIDED',
      'AMENDMENT_PROPOSED',
      'REVISED',
      'AMENDMENT_DECIDED',
    ]);
    expect(kinds(heard)).toEqual([
      'CONSULTATION_STARTED',
      'AMENDMENT_PROPOSED',
      'REVISED',
      'AMENDMENT_DECIDED',
    ]);
    await hub.opened(id);
    await inside.until(6);
    await heard.until(5);
    const open = await Listener.start(hub, slug, { after: statement.updateCursor });
    await open.until(1);
    expect(kinds(open)).toEqual(['OPENED']);
    await Promise.all([inside, heard, open].map((listener) => listener.leave()));
  });

  it('refuses comments that nobody could read, and who speaks for an organisation without its mandate', async () => {
    const { viewer: member, organisationId } = await hub.member('speaking@example.org');
    const second = randomUUID();
    await hub.admitMember(second);
    await hub.grantMandate(member, second, ['SIGN']);
    await hub.test.settled();
    const { id } = await hub.draft();
    await hub.consult(id);
    const before = await hub.rows();
    const refused: [string, object, string][] = [
      ['', {}, 'organisationId'],
      ['', { organisationId }, 'text'],
      ['x'.repeat(1_000_000), { organisationId }, 'text'],
      ['\u202eText', { organisationId }, 'text'],
      ['Text', { organisationId: hub.coAuthorIds[0] }, 'organisationId'],
      ['Text', { organisationId: 'no uuid' }, 'organisationId'],
    ];
    for (const [text, more, field] of refused) {
      expect(await comment(id, text, member, more)).toMatchObject({ __typename: 'InvalidInput', field });
    }
    for (const amendmentId of [randomUUID(), 'no uuid']) {
      expect(await comment(id, 'Text', member, { organisationId, amendmentId })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await hub.rows()).toEqual(before);
    expect(await comment(id, 'Text', member, { organisationId: second })).toMatchObject({
      __typename: 'CommentOnStatementSuccess',
    });
    const once = { organisationId: second, idempotencyKey: 'the-same-comment' };
    const [one, repeat] = [await comment(id, 'Once', member, once), await comment(id, 'Once', member, once)];
    expect(repeat).toEqual(one);
  });
});
