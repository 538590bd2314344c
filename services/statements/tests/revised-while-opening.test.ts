import { randomUUID } from 'node:crypto';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { keepState } from '../src/projections/keep-state.js';
import { Listener } from './listener.js';
import { type Answer, type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
let db: Kysely<Tables>;

beforeAll(async () => {
  hub = await StatementsHub.start();
  db = hub.test.subgraph.service.database.reads as unknown as Kysely<Tables>;
});

afterAll(() => hub.stop());

const waitingFor = (what: string) =>
  waitUntil(
    async () => {
      const { rows } = await sql`
        select from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()
           and (locktype = ${what} or relation = to_regclass(${what}))`.execute(db);
      return rows.length > 0;
    },
    { what: `somebody who waits for ${what}` },
  );

/** Revises, and opens the revision before it while the new one is made but not committed. */
async function openWhileRevising(draft: Draft, basedOn: number, changes: object): Promise<Answer> {
  let revising: Promise<Answer> | undefined;
  let opening: Promise<void> | undefined;
  await db.transaction().execute(async (tx) => {
    await sql`lock table audit_entry in share mode`.execute(tx);
    revising = hub.revise(draft.id, basedOn, changes);
    await waitingFor('audit_entry');
    opening = hub.opened(draft.id, basedOn);
    await waitingFor('transactionid');
  });
  await opening;
  return (await revising) as Answer;
}

interface Shown {
  readonly title: string;
  readonly status: string;
  readonly currentRevision: { readonly number: number; readonly title: string };
  readonly revisions: { readonly totalCount: number; readonly edges: { node: { number: number } }[] };
}

async function shown({ slug }: Draft, viewer = hub.coordinator as typeof hub.coordinator | null) {
  const { statement } = await hub.test.data<{ statement: Shown }>(
    `query ($slug: String!) { statement(slug: $slug) {
      title status currentRevision { number title } revisions { totalCount edges { node { number } } } } }`,
    { variables: { slug }, viewer },
  );
  const { revisions, ...rest } = statement;
  return { ...rest, revisions: revisions.edges.map(({ node }) => node.number), count: revisions.totalCount };
}

const found = async (search: string) => {
  const { statements } = await hub.test.data<{ statements: { edges: { node: { title: string } }[] } }>(
    'query ($search: String) { statements(filter: { search: $search }) { edges { node { title } } } }',
    { variables: { search } },
  );
  return statements.edges.map(({ node }) => node.title);
};

describe('a revision that is made while another is opened', () => {
  it('is set aside: what was opened is the text, for everybody', async () => {
    const draft = await hub.draft({ title: 'Opened in time', text: 'We ask for lighthouses.' });
    const answer = await openWhileRevising(draft, 1, { title: 'Too late', text: 'We ask for windmills.' });
    expect(answer).toMatchObject({ __typename: 'ReviseStatementSuccess' });
    const current = { number: 1, title: 'Opened in time' };
    const opened = { title: 'Opened in time', status: 'OPEN', currentRevision: current };
    expect(await shown(draft, null)).toEqual({ ...opened, revisions: [1], count: 1 });
    expect(await shown(draft)).toEqual({ ...opened, revisions: [1, 2], count: 2 });
    expect(await found('lighthouses')).toEqual(['Opened in time']);
    expect(await found('windmills')).toEqual([]);
    expect(await hub.revise(draft.id, 1)).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
    expect(await hub.revise(draft.id, 2)).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
  });

  it('is told to those only who may read it', async () => {
    const draft = await hub.draft();
    const { statement } = await hub.test.data<{ statement: { updateCursor: string } }>(
      'query ($slug: String!) { statement(slug: $slug) { updateCursor } }',
      { variables: { slug: draft.slug }, viewer: hub.coordinator },
    );
    await openWhileRevising(draft, 1, {});
    await hub.test.settled();
    const after = statement.updateCursor;
    const inside = await Listener.start(hub, draft.slug, { after, viewer: hub.coordinator });
    const outside = await Listener.start(hub, draft.slug, { after });
    await hub.signed(draft.id, 1);
    await Promise.all([inside.until(3), outside.until(2)]);
    await Promise.all([inside.leave(), outside.leave()]);
    const told = ({ heard }: Listener) =>
      new Set(heard.map(({ kind, revision }) => [kind, revision?.number]));
    expect(told(inside)).toEqual(
      new Set([
        ['REVISED', 2],
        ['OPENED', 1],
        ['SIGNED', undefined],
      ]),
    );
    expect(told(outside)).toEqual(
      new Set([
        ['OPENED', 1],
        ['SIGNED', undefined],
      ]),
    );
  });

  it('keeps the search by what is opened in every language', async () => {
    const draft = await hub.draft({ text: 'We ask for anchors.' });
    const input = {
      ...{ statementId: draft.id, revisionNumber: 1, language: 'fr' },
      ...{ title: 'Ancres', text: 'Nous demandons des ancres.' },
    };
    await hub.test.data(
      'mutation ($input: AddTranslationInput!) { addTranslation(input: $input) { __typename } }',
      {
        variables: { input },
        viewer: hub.coordinator,
      },
    );
    await openWhileRevising(draft, 1, { text: 'We ask for oars.' });
    expect(
      [await found('anchor'), await found('ancre'), await found('oars')].map((all) => all.length),
    ).toEqual([1, 1, 0]);
  });

  it('stays set aside when everything is heard again', async () => {
    const draft = await hub.draft();
    await openWhileRevising(draft, 1, {});
    await hub.closed(draft.id);
    const before = await shown(draft);
    expect(before).toMatchObject({ status: 'CLOSED', currentRevision: { number: 1 } });
    await hub.test.subgraph.service.projections.rebuild('updates');
    expect(await shown(draft)).toEqual(before);
  });

  it('is refused where the opening was heard while it waited for its turn', async () => {
    const draft = await hub.draft();
    const [{ id: revisionId = '', digest = '' } = {}] = await hub.revisions(draft.id);
    let revising: Promise<Answer> | undefined;
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('statement').select('id').where('id', '=', draft.id).forUpdate().execute();
      revising = hub.revise(draft.id, 1);
      await waitingFor('transactionid');
      await keepState(tx, {
        ...{ stream: 'signatories', position: 1, id: randomUUID(), occurredAt: '2026-01-01T00:00:00.000Z' },
        ...{ type: 'SIGNING_OPENED', subject: draft.id },
        data: {
          ...{ statementId: draft.id, revisionId, revisionNumber: 1, revisionDigest: digest },
          ...{ closesAt: '2031-01-01T00:00:00.000Z', opening: 1 },
        },
      });
    });
    expect(await revising).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
    expect(await hub.revisions(draft.id)).toHaveLength(1);
  });
});
