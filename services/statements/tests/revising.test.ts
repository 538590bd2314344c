import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

describe('revising a draft', () => {
  it('adds a numbered revision and leaves the earlier ones as they were', async () => {
    const draft = await hub.draft({ language: 'fr' });
    expect(await hub.revise(draft.id, 1)).toMatchObject({
      statement: { title: 'Impunity', currentRevision: { number: 2 } },
    });
    await hub.revise(draft.id, 2, { language: 'es', title: 'Impunidad' });
    const { statement } = await hub.test.data<{ statement: { revisions: { edges: { node: object }[] } } }>(
      `query ($slug: String!) { statement(slug: $slug) {
        title revisions { totalCount edges { node { number title language text } } }
      } }`,
      { variables: { slug: draft.slug }, viewer: hub.coordinator },
    );
    expect(statement).toMatchObject({ title: 'Impunidad', revisions: { totalCount: 3 } });
    expect(statement.revisions.edges.map(({ node }) => node)).toEqual([
      {
        number: 1,
        title: 'Impunity for grave violations',
        language: 'fr',
        text: 'We ask for an independent inquiry.',
      },
      { number: 2, title: 'Impunity', language: 'fr', text: 'After revision 1.' },
      { number: 3, title: 'Impunidad', language: 'es', text: 'After revision 2.' },
    ]);
  });

  it('is for coordinators and for mandates to revise of co-authors, and for no others', async () => {
    const draft = await hub.draft();
    const [coAuthor = ''] = hub.coAuthorIds;
    const reviser = hub.test.viewer('reviser@example.org');
    await hub.grantMandate(reviser, coAuthor, ['REVISE']);
    expect(await hub.revise(draft.id, 1, {}, reviser)).toMatchObject({
      __typename: 'ReviseStatementSuccess',
    });

    const limited = hub.test.viewer('reviser-of-this@example.org');
    await hub.grantMandate(limited, coAuthor, ['REVISE'], draft.id);
    expect(await hub.revise(draft.id, 2, {}, limited)).toMatchObject({
      __typename: 'ReviseStatementSuccess',
    });

    const signer = hub.test.viewer('signer@example.org');
    await hub.grantMandate(signer, coAuthor, ['SIGN']);
    expect(await hub.failure(() => hub.revise(draft.id, 3, {}, signer))).toBe('FORBIDDEN');

    const other = hub.test.viewer('reviser-of-another@example.org');
    await hub.grantMandate(other, coAuthor, ['REVISE'], randomUUID());
    const outside = hub.test.viewer('reviser-outside@example.org');
    await hub.grantMandate(outside, hub.otherOrganisationId, ['REVISE']);
    const ended = hub.test.viewer('reviser-ended@example.org');
    await hub.grantMandate(ended, coAuthor, ['REVISE'], null, '2001-01-01');
    const hidden = { __typename: 'NotFound', code: 'NOT_FOUND', message: expect.any(String) };
    for (const viewer of [hub.stranger, other, outside, ended]) {
      expect(await hub.revise(draft.id, 3, {}, viewer)).toEqual(hidden);
    }
    expect(await hub.failure(() => hub.revise(draft.id, 3, {}, null))).toBe('UNAUTHENTICATED');
  });

  it('says nothing more of a hidden draft than of one that does not exist', async () => {
    const draft = await hub.draft();
    const absent = await hub.revise(randomUUID(), 1, {}, hub.stranger);
    expect(await hub.revise(draft.id, 1, {}, hub.stranger)).toEqual(absent);
    expect(await hub.revise('no uuid', 1, {}, hub.stranger)).toEqual(absent);
  });

  it('lets one of two who edited the same revision through', async () => {
    const draft = await hub.draft();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((turn) => hub.revise(draft.id, 1, { text: `By ${turn}.` })),
    );
    const outdated = answers.filter(({ code }) => code === 'REVISION_OUTDATED');
    expect(outdated).toHaveLength(3);
    for (const { currentNumber } of outdated) expect(currentNumber).toBe(2);
  });

  it('shows each of two revisions in one request what it made', async () => {
    const draft = await hub.draft();
    const input = (basedOn: number) =>
      `{ statementId: "${draft.id}", basedOn: ${basedOn}, title: "Title ${basedOn}", text: "Text" }`;
    const result = `{ ... on ReviseStatementSuccess { statement { title } revision { number } } }`;
    const data = await hub.test.data(
      `mutation { one: reviseStatement(input: ${input(1)}) ${result} two: reviseStatement(input: ${input(2)}) ${result} }`,
      { viewer: hub.coordinator },
    );
    expect(data).toEqual({
      one: { statement: { title: 'Title 1' }, revision: { number: 2 } },
      two: { statement: { title: 'Title 2' }, revision: { number: 3 } },
    });
  });

  it('is refused once signing was opened, and when it was closed, delivered or withdrawn', async () => {
    const draft = await hub.draft();
    const refused = { __typename: 'StatementNotEditable', code: 'STATEMENT_NOT_EDITABLE' };
    await hub.opened(draft.id);
    expect(await hub.revise(draft.id, 1)).toMatchObject(refused);
    await hub.closed(draft.id);
    expect(await hub.revise(draft.id, 1)).toMatchObject(refused);
    await hub.delivered(draft.id);
    expect(await hub.revise(draft.id, 1)).toMatchObject(refused);
    const withdrawn = await hub.draft();
    await hub.withdraw(withdrawn.id);
    expect(await hub.revise(withdrawn.id, 1)).toMatchObject(refused);
  });

  it('refuses bad input plainly and stores nothing', async () => {
    const draft = await hub.draft();
    const before = await hub.rows();
    expect(await hub.revise(draft.id, 0)).toMatchObject({ code: 'REVISION_OUTDATED', currentNumber: 1 });
    expect(await hub.revise(draft.id, 2)).toMatchObject({ code: 'REVISION_OUTDATED', currentNumber: 1 });
    expect(await hub.revise(draft.id, 1, { title: '' })).toMatchObject({ field: 'title' });
    expect(await hub.revise(draft.id, 1, { text: 'x'.repeat(1_000_000) })).toMatchObject({ field: 'text' });
    expect(await hub.revise(draft.id, 1, { language: '-' })).toMatchObject({ field: 'language' });
    expect(await hub.failure(() => hub.revise(draft.id, 2 ** 31))).toBe('BAD_USER_INPUT');
    expect(await hub.rows()).toEqual(before);
  });

  it('cannot be gone round: the database keeps revisions as they are', async () => {
    await hub.draft();
    const { reads } = hub.test.subgraph.service.database;
    await expect(reads.updateTable('revision').set({ text: 'Forged' }).execute()).rejects.toThrow(
      'never changes',
    );
    await expect(reads.deleteFrom('revision').execute()).rejects.toThrow('never changes');
  });
});
