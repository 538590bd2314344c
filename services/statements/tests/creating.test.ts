import { randomUUID } from 'node:crypto';
import { revisionDigest } from '@coalition-hub/proof';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

describe('creating a statement', () => {
  it('is for coordinators of its coalition, and for nobody else', async () => {
    expect(await hub.create()).toMatchObject({
      __typename: 'CreateStatementSuccess',
      statement: {
        status: 'DRAFT',
        slug: expect.stringMatching(/^impunity-for-grave-violations-[0-9a-f]{8}$/),
        currentRevision: { number: 1 },
      },
    });
    const elsewhere = hub.test.viewer('coordinator-elsewhere@example.org');
    await hub.grantCoordinator(elsewhere, randomUUID());
    const member = hub.test.viewer('member@example.org');
    await hub.grantMandate(member, hub.coAuthorIds[0] ?? '', ['SIGN', 'REVISE']);
    for (const viewer of [hub.stranger, elsewhere, member]) {
      expect(await hub.failure(() => hub.create({}, viewer))).toBe('FORBIDDEN');
    }
    expect(await hub.failure(() => hub.create({}, null))).toBe('UNAUTHENTICATED');
  });

  it('gives the first revision a digest that outsiders can recompute', async () => {
    const { slug } = await hub.draft({
      language: 'pt-br',
      title: '  Declaração   comum ',
      text: 'Um.\r\nDois.\n',
    });
    const { statement } = await hub.test.data<{
      statement: { id: string; coAuthors: { id: string }[]; currentRevision: Record<string, never> };
    }>(
      `query ($slug: String!) { statement(slug: $slug) {
        id kind title coalition { id } coAuthors { id }
        currentRevision { number digest language title text publishedAt statement { id } }
        revision(number: 1) { number } none: revision(number: 2) { number }
      } }`,
      { variables: { slug }, viewer: hub.coordinator },
    );
    const { digest, publishedAt, statement: back, ...text } = statement.currentRevision;
    expect(text).toEqual({ number: 1, language: 'pt-BR', title: 'Declaração comum', text: 'Um.\nDois.' });
    expect(digest).toBe(revisionDigest({ statement: statement.id, ...(text as never as object) } as never));
    expect(back).toEqual({ id: statement.id });
    expect(publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(statement.coAuthors.map(({ id }) => id)).toEqual(hub.coAuthorIds);
    expect(statement).toMatchObject({
      kind: 'JOINT_STATEMENT',
      coalition: { id: hub.coalitionId },
      revision: { number: 1 },
      none: null,
    });
  });

  it('tells the others of the statement and of its first revision', async () => {
    const draft = await hub.draft();
    const events = await hub.test.bus.read('statements', 0, 1_000);
    expect(
      events.filter(({ subject }) => subject === draft.id).map(({ type, data }) => ({ type, data })),
    ).toEqual([
      {
        type: 'STATEMENT_CREATED',
        data: {
          statementId: draft.id,
          slug: draft.slug,
          coalitionId: hub.coalitionId,
          coAuthorIds: hub.coAuthorIds,
        },
      },
      {
        type: 'STATEMENT_REVISED',
        data: {
          statementId: draft.id,
          revisionId: expect.any(String),
          number: 1,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('answers a repeat with the same key the same, and stores one statement', async () => {
    const before = await hub.rows();
    const key = { idempotencyKey: 'create-once-1' };
    const answers = await Promise.all([hub.create(key), hub.create(key), hub.create(key)]);
    expect(new Set(answers.map((answer) => answer.statement?.id)).size).toBe(1);
    const after = await hub.rows();
    expect(after['statement']).toBe((before['statement'] ?? 0) + 1);
    expect(await hub.create({ ...key, title: 'Another' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('knows an organisation that was registered a moment before', async () => {
    const late = randomUUID();
    await hub.registerOrganisation(late);
    expect(await hub.create({ coAuthorIds: [late] })).toMatchObject({ __typename: 'CreateStatementSuccess' });
  });

  it('makes slugs that do not tell who tries the same title that a draft has it', async () => {
    const coalitionId = randomUUID();
    await hub.registerCoalition(coalitionId);
    const rival = hub.test.viewer('rival@example.org');
    await hub.grantCoordinator(rival, coalitionId);
    const title = 'A title met twice';
    await hub.draft({ title });
    const form = /^a-title-met-twice-[0-9a-f]{8}$/;
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push(await hub.create({ coalitionId, title }, rival));
    const slugs = answers.map(({ statement }) => (statement as { slug: string } | undefined)?.slug ?? '');
    for (const slug of slugs) expect(slug).toMatch(form);
    expect(new Set(slugs).size).toBe(3);
    const guessed = await hub.create({ coalitionId, title, slug: 'a-title-met-twice' }, rival);
    expect(guessed).toMatchObject({ __typename: 'CreateStatementSuccess' });
  });

  it('keeps the ending of a slug whose title is too long for it', async () => {
    const { slug } = await hub.draft({ title: 'very long title '.repeat(18).trim() });
    expect(slug).toMatch(/^very-long-title-.*-[0-9a-f]{8}$/);
    expect(slug.length).toBeLessThanOrEqual(80);
  });

  it('gives a slug that was chosen as it is, once', async () => {
    expect((await hub.draft({ slug: 'a-chosen-slug' })).slug).toBe('a-chosen-slug');
    expect(await hub.create({ slug: 'a-chosen-slug' })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'slug',
    });
  });

  it('refuses bad input plainly and stores nothing', async () => {
    const before = await hub.rows();
    const megabyte = 'x'.repeat(1_000_000);
    const [first = ''] = hub.coAuthorIds;
    const cases: [object, object][] = [
      [{ coalitionId: randomUUID() }, { __typename: 'NotFound' }],
      [{ coalitionId: 'no uuid' }, { __typename: 'NotFound' }],
      [{ coAuthorIds: [randomUUID()] }, { __typename: 'NotFound' }],
      [{ coAuthorIds: ['', first] }, { __typename: 'NotFound' }],
      [{ coAuthorIds: [first, first] }, { field: 'coAuthorIds' }],
      [{ coAuthorIds: Array.from({ length: 101 }, () => randomUUID()) }, { field: 'coAuthorIds' }],
      [{ title: '' }, { field: 'title' }],
      [{ title: ' \u00a0 ' }, { field: 'title' }],
      [{ title: megabyte }, { field: 'title' }],
      [{ title: 'Zero\u200bwidth' }, { field: 'title' }],
      [{ title: 'Bidi\u202eoverride' }, { field: 'title' }],
      [{ title: 'Two\nlines' }, { field: 'title' }],
      [{ title: 'Nul\u0000' }, { field: 'title' }],
      [{ text: '' }, { field: 'text' }],
      [{ text: megabyte }, { field: 'text' }],
      [{ text: 'Bell\u0007' }, { field: 'text' }],
      [{ text: 'Half \ud800 a pair' }, { field: 'text' }],
      [{ language: '' }, { field: 'language' }],
      [{ language: 'english language' }, { field: 'language' }],
      [{ language: megabyte }, { field: 'language' }],
      [{ slug: 'Not A Slug' }, { field: 'slug' }],
      [{ slug: '' }, { field: 'slug' }],
      [{ idempotencyKey: 'short' }, { field: 'idempotencyKey' }],
    ];
    for (const [changes, refusal] of cases) expect(await hub.create(changes)).toMatchObject(refusal);
    expect(await hub.failure(() => hub.create({ kind: 'SONG' }))).toBe('BAD_USER_INPUT');
    expect(await hub.rows()).toEqual(before);
  });
});
