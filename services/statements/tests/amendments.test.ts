import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Listener } from './listener.js';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
let member: Viewer;
let organisationId: string;

beforeAll(async () => {
  hub = await StatementsHub.start();
  ({ viewer: member, organisationId } = await hub.member('member@example.org'));
});

afterAll(() => hub.stop());

const text = 'We, the undersigned, ask for an inquiry. We ask for the truth.';

async function consulted(changes: object = {}) {
  const draft = await hub.draft({ text, ...changes });
  await hub.consult(draft.id);
  return draft;
}

interface Amended {
  readonly id: string;
  readonly state: string;
  readonly note: string | null;
  readonly decidedAt: string | null;
  readonly applicable: boolean;
  readonly proposedBy: { readonly id: string };
  readonly revision: { readonly number: number };
  readonly resultingRevision: { readonly number: number; readonly text: string } | null;
  readonly conflictsWith: readonly { readonly id: string; readonly passage: string }[];
}

const shown = `amendment {
  id state note decidedAt applicable proposedBy { id } revision { number }
  resultingRevision { number text } conflictsWith { id passage }
}`;

function propose(
  statementId: string,
  passage: string,
  replacement: string,
  more: object = {},
  viewer: Viewer | null = member,
) {
  const input = { statementId, revisionNumber: 1, passage, replacement, reason: 'Clearer.', ...more };
  return hub.mutate<{ amendment: Amended }>('proposeAmendment', input, shown, viewer);
}

async function proposed(...proposal: Parameters<typeof propose>): Promise<Amended> {
  const { amendment, ...refused } = await propose(...proposal);
  if (amendment === undefined) throw new Error(JSON.stringify(refused));
  return amendment;
}

function decide(
  amendmentId: string,
  decision: 'ACCEPT' | 'REJECT',
  more: object = {},
  viewer: Viewer | null = hub.coordinator,
) {
  const selected = `${shown} ... on DecideAmendmentSuccess { __typename }`;
  return hub.mutate<{ amendment: Amended }>(
    'decideAmendment',
    { amendmentId, decision, ...more },
    selected,
    viewer,
  );
}

async function conflictOf(amendmentId: string) {
  const source = `mutation ($input: DecideAmendmentInput!) { decideAmendment(input: $input) {
    ... on AmendmentConflict { code passage currentNumber message }
  } }`;
  const input = { amendmentId, decision: 'ACCEPT' };
  const asking = { variables: { input }, viewer: hub.coordinator };
  return (await hub.test.data<{ decideAmendment: object }>(source, asking)).decideAmendment;
}

const listed = `query ($slug: String!, $states: [AmendmentState!], $first: Int, $after: String) {
  statement(slug: $slug) { amendments(states: $states, first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { cursor node { id applicable conflictsWith { id } } }
  } }
}`;

interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly { node: { id: string; applicable: boolean; conflictsWith: { id: string }[] } }[];
}

async function list(slug: string, more: object = {}, viewer: Viewer | null = member): Promise<Listed> {
  const asking = { variables: { slug, ...more }, viewer };
  return (await hub.test.data<{ statement: { amendments: Listed } }>(listed, asking)).statement.amendments;
}

describe('an amendment', () => {
  it('is proposed by a member, and accepting it makes the next revision', async () => {
    const { id, slug } = await consulted({
      addressees: [{ name: 'States', kind: 'STATES', demands: ['Act.'] }],
    });
    const amendment = await proposed(id, 'an inquiry', 'an independent inquiry');
    expect(amendment).toMatchObject({
      state: 'OPEN',
      applicable: true,
      proposedBy: { id: organisationId },
      revision: { number: 1 },
      resultingRevision: null,
      conflictsWith: [],
    });
    const accepted = await decide(amendment.id, 'ACCEPT', { note: 'With thanks.' });
    expect(accepted.amendment).toMatchObject({
      state: 'ACCEPTED',
      note: 'With thanks.',
      decidedAt: expect.any(String),
      applicable: false,
      resultingRevision: { number: 2, text: text.replace('an inquiry', 'an independent inquiry') },
    });
    const { statement } = await hub.test.data(
      'query ($slug: String!) { statement(slug: $slug) { currentRevision { number addressees { name } } } }',
      { variables: { slug }, viewer: member },
    );
    expect(statement).toEqual({ currentRevision: { number: 2, addressees: [{ name: 'States' }] } });
    expect(await decide(amendment.id, 'REJECT')).toMatchObject({ code: 'AMENDMENT_DECIDED' });
  });

  it('may be rejected, which changes no text, and may leave a passage out', async () => {
    const { id } = await consulted();
    const rejected = await proposed(id, 'the truth', 'clarity');
    expect((await decide(rejected.id, 'REJECT')).amendment).toMatchObject({
      state: 'REJECTED',
      resultingRevision: null,
    });
    const shorter = await proposed(id, ' We ask for the truth.', '');
    expect((await decide(shorter.id, 'ACCEPT')).amendment).toMatchObject({
      resultingRevision: { number: 2, text: 'We, the undersigned, ask for an inquiry.' },
    });
  });

  it('is refused where the revision has the passage never, twice, or overlapping itself, and nothing is stored', async () => {
    const { id } = await consulted({ text: `${text} nana nananana` });
    const before = await hub.rows();
    const refused: [string, string, object, object][] = [
      ['no such words', 'other', {}, { field: 'passage' }],
      ['AN INQUIRY', 'other', {}, { field: 'passage' }],
      ['ask for', 'other', {}, { field: 'passage' }],
      ['nanana', 'other', {}, { field: 'passage' }],
      ['', 'other', {}, { field: 'passage' }],
      ['x'.repeat(1_000_000), 'other', {}, { field: 'passage' }],
      ['\u0000', 'other', {}, { field: 'passage' }],
      ['an inquiry', 'an inquiry', {}, { field: 'replacement' }],
      ['an inquiry', 'x'.repeat(20_001), {}, { field: 'replacement' }],
      ['an inquiry', 'a\u202enq', {}, { field: 'replacement' }],
      ['an inquiry', '\ufeff', {}, { field: 'replacement' }],
      ['an inquiry', 'it', { reason: '' }, { field: 'reason' }],
      ['an inquiry', 'it', { revisionNumber: 2 }, { code: 'NOT_FOUND' }],
      ['an inquiry', 'it', { revisionNumber: -1 }, { code: 'NOT_FOUND' }],
      ['an inquiry', 'it', { organisationId: hub.otherOrganisationId }, { field: 'organisationId' }],
      ['an inquiry', 'it', { statementId: randomUUID() }, { code: 'NOT_FOUND' }],
      ['an inquiry', 'it', { statementId: 'no uuid' }, { code: 'NOT_FOUND' }],
    ];
    for (const [passage, replacement, more, refusal] of refused) {
      expect(await propose(id, passage, replacement, more)).toMatchObject(refusal);
    }
    expect(await hub.failure(() => propose(id, 'an inquiry', 'it', { revisionNumber: 2 ** 31 }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(await hub.rows()).toEqual(before);
    expect((await proposed(id, 'an inquiry', 'it')).state).toBe('OPEN');
  });

  it('cannot empty the text, nor make it too long', async () => {
    const { id } = await consulted({ text: 'Short.' });
    expect(await propose(id, 'Short.', '\n ')).toMatchObject({ field: 'replacement' });
    const long = await consulted({ text: `Start ${'x'.repeat(99_900)}` });
    expect(await propose(long.id, 'Start', 'y'.repeat(1_000))).toMatchObject({ field: 'replacement' });
  });

  it('keeps the passage of a hidden revision from members', async () => {
    const { id } = await hub.draft({ text: 'Never to be said.' });
    await hub.revise(id, 1, { text });
    await hub.consult(id);
    expect(await propose(id, 'Never', 'Ever')).toMatchObject({ code: 'NOT_FOUND' });
    const coAuthor = hub.test.viewer('co-author-old@example.org');
    await hub.grantMandate(coAuthor, hub.coAuthorIds[1] ?? '', ['SIGN']);
    await hub.test.settled();
    const old = await proposed(id, 'Never', 'Ever', {}, coAuthor);
    const visible = await hub.test.data(
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Statement { amendments { totalCount } } } }`,
      { variables: { ids: [{ __typename: 'Statement', id }] }, viewer: member },
    );
    expect(visible).toEqual({ _entities: [{ amendments: { totalCount: 0 } }] });
    expect(await conflictOf(old.id)).toMatchObject({
      code: 'AMENDMENT_CONFLICT',
      passage: 'Never',
      currentNumber: 2,
    });
  });

  it('is refused when its passage is gone or ambiguous by now, and stays open', async () => {
    const { id, slug } = await consulted();
    const gone = await proposed(id, 'undersigned', 'signatories');
    const twice = await proposed(id, 'truth', 'facts');
    await hub.revise(id, 1, { text: 'We ask for the truth, and nothing but the truth.' });
    const rows = await hub.rows();
    expect(await conflictOf(gone.id)).toEqual({
      code: 'AMENDMENT_CONFLICT',
      passage: 'undersigned',
      currentNumber: 2,
      message: 'Revision 2 does not have this passage any more.',
    });
    expect(await conflictOf(twice.id)).toMatchObject({
      message: 'Revision 2 has this passage more than once.',
    });
    expect(await hub.rows()).toEqual(rows);
    const open = await list(slug, { states: ['OPEN'] });
    expect(open.edges.map(({ node }) => node)).toEqual([
      { id: gone.id, applicable: false, conflictsWith: [] },
      { id: twice.id, applicable: false, conflictsWith: [] },
    ]);
  });

  it('shows which others would change the same words, until one is decided on', async () => {
    const { id, slug } = await consulted({ text: `𝔘 ${text}` });
    const wide = await proposed(id, 'ask for an inquiry', 'demand an inquiry');
    const narrow = await proposed(id, 'an inquiry. We', 'an investigation. We');
    const apart = await proposed(id, 'the truth', 'facts');
    const touching = await proposed(id, 'undersigned, ', 'signatories, ');
    const conflicts = async (viewer = member) =>
      (await list(slug, { states: ['OPEN'] }, viewer)).edges.map(({ node }) => [
        node.id,
        node.conflictsWith.map((other) => other.id),
      ]);
    expect(await conflicts()).toEqual([
      [wide.id, [narrow.id]],
      [narrow.id, [wide.id]],
      [apart.id, []],
      [touching.id, []],
    ]);
    await decide(wide.id, 'ACCEPT');
    expect(await conflicts()).toEqual([
      [narrow.id, []],
      [apart.id, []],
      [touching.id, []],
    ]);
    expect((await decide(narrow.id, 'ACCEPT')).amendment?.resultingRevision?.text).toBe(
      '𝔘 We, the undersigned, demand an investigation. We ask for the truth.',
    );
  });

  it('is proposed by mandates of members once consulted and of co-authors, and by no others', async () => {
    const draft = await hub.draft({ text });
    expect(await propose(draft.id, 'truth', 'facts')).toMatchObject({ code: 'NOT_FOUND' });
    const coAuthor = hub.test.viewer('co-author@example.org');
    await hub.grantMandate(coAuthor, hub.coAuthorIds[0] ?? '', ['SIGN']);
    await hub.test.settled();
    expect(await proposed(draft.id, 'truth', 'facts', {}, coAuthor)).toMatchObject({
      proposedBy: { id: hub.coAuthorIds[0] },
    });
    await hub.consult(draft.id);
    expect(await proposed(draft.id, 'truth', 'facts')).toMatchObject({ proposedBy: { id: organisationId } });
    expect(await propose(draft.id, 'truth', 'facts', {}, hub.stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await hub.failure(() => propose(draft.id, 'truth', 'facts', {}, hub.coordinator))).toBe(
      'FORBIDDEN',
    );
    expect(await hub.failure(() => propose(draft.id, 'truth', 'facts', {}, null))).toBe('UNAUTHENTICATED');
    await hub.opened(draft.id);
    expect(await propose(draft.id, 'truth', 'facts')).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
    expect(await hub.failure(() => propose(draft.id, 'truth', 'facts', {}, hub.stranger))).toBe('FORBIDDEN');
  });

  it('is decided on by coordinators and mandates to revise of co-authors, and by no others', async () => {
    const { id } = await consulted();
    const amendment = await proposed(id, 'truth', 'facts');
    expect(await hub.failure(() => decide(amendment.id, 'ACCEPT', {}, member))).toBe('FORBIDDEN');
    expect(await hub.failure(() => decide(amendment.id, 'ACCEPT', {}, null))).toBe('UNAUTHENTICATED');
    const absent = await decide(randomUUID(), 'ACCEPT', {}, hub.stranger);
    expect(await decide(amendment.id, 'ACCEPT', {}, hub.stranger)).toEqual(absent);
    expect(await decide('no uuid', 'ACCEPT', {}, hub.stranger)).toEqual(absent);
    expect(await decide(amendment.id, 'ACCEPT', { note: '\u0000' })).toMatchObject({ field: 'note' });
    const reviser = hub.test.viewer('reviser@example.org');
    await hub.grantMandate(reviser, hub.coAuthorIds[0] ?? '', ['REVISE']);
    await hub.test.settled();
    const input = { idempotencyKey: 'decided-once' };
    const accepted = await decide(amendment.id, 'ACCEPT', input, reviser);
    expect(accepted).toMatchObject({ amendment: { state: 'ACCEPTED' } });
    expect(await decide(amendment.id, 'ACCEPT', input, reviser)).toEqual(accepted);
    const late = await proposed(id, 'undersigned', 'signatories');
    await hub.opened(id);
    expect(await decide(late.id, 'ACCEPT')).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
  });

  it('is decided on once, and revisions keep their order, however many decide at the same time', async () => {
    const { id } = await consulted({ text: 'one two three four five' });
    const all = await Promise.all(
      ['one', 'two', 'three', 'four'].map((word) => proposed(id, word, word.toUpperCase())),
    );
    const answers = await Promise.all([...all, ...all].map((amendment) => decide(amendment.id, 'ACCEPT')));
    expect(answers.filter(({ code }) => code === 'AMENDMENT_DECIDED')).toHaveLength(4);
    const revisions = await hub.revisions(id);
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const { text: last } = await hub.test.subgraph.service.database.reads
      .selectFrom('revision')
      .select('text')
      .where('id', '=', revisions.at(-1)?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(last).toBe('ONE TWO THREE FOUR five');
  });

  it('is told live, with itself', async () => {
    const { id, slug } = await consulted();
    await hub.test.settled();
    const listener = await Listener.start(hub, slug, { viewer: member });
    const amendment = await proposed(id, 'truth', 'facts');
    await decide(amendment.id, 'ACCEPT');
    await listener.until(3);
    expect(listener.heard).toMatchObject([
      { kind: 'AMENDMENT_PROPOSED', amendment: { id: amendment.id }, revision: null },
      { kind: 'REVISED', amendment: null, revision: { number: 2 } },
      { kind: 'AMENDMENT_DECIDED', amendment: { id: amendment.id }, revision: { number: 2 } },
    ]);
    await listener.leave();
  });

  it('is listed in pages with few statements of SQL, and a cursor is foreign elsewhere', async () => {
    const { id, slug } = await consulted();
    for (const word of ['undersigned', 'inquiry', 'truth']) await proposed(id, word, word.toUpperCase());
    await hub.test.settled();
    const recorded = await recordStatements(() => list(slug, { first: 2 }));
    // Rights, statement, page, count, standings.
    expect(recorded.statements).toHaveLength(5);
    const page = await list(slug, { first: 2 });
    expect(page).toMatchObject({ totalCount: 3, edges: [{}, {}] });
    const after = page.pageInfo.endCursor;
    expect((await list(slug, { first: 2, after })).edges).toHaveLength(1);
    expect(await list(slug, { states: ['ACCEPTED'] })).toMatchObject({ totalCount: 0, edges: [] });
    for (const more of [
      { after, states: ['OPEN'] },
      { after: 'made up' },
      { first: 0 },
      { first: 1_000_000_000 },
    ]) {
      expect(await hub.failure(() => list(slug, more))).toBe('BAD_USER_INPUT');
    }
  });
});
