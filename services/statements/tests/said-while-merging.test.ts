import { randomUUID } from 'node:crypto';
import { takeMerges } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { type Answer, type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
let db: Kysely<Tables>;

beforeAll(async () => {
  hub = await StatementsHub.start();
  db = hub.test.subgraph.service.database.reads as unknown as Kysely<Tables>;
});

afterAll(() => hub.stop());

/** What a member says in a consultation, by the organisation left out or named. */
const sayings = {
  comment: (draft: Draft, member: Member, more: object) =>
    hub.mutate(
      'commentOnStatement',
      { statementId: draft.id, text: 'We agree.', ...more },
      '__typename',
      member.viewer,
    ),
  amendment: (draft: Draft, member: Member, more: object) =>
    hub.mutate(
      'proposeAmendment',
      {
        ...{ statementId: draft.id, revisionNumber: 1, passage: 'inquiry', replacement: 'investigation' },
        ...{ reason: 'Stronger.', ...more },
      },
      '__typename',
      member.viewer,
    ),
} as const;

type Table = keyof typeof sayings;
type Member = Awaited<ReturnType<StatementsHub['member']>>;

async function consultation() {
  const member = await hub.member(`${randomUUID()}@example.org`);
  const keptId = randomUUID();
  await hub.registerOrganisation(keptId);
  const draft = await hub.draft();
  await hub.consult(draft.id);
  await hub.test.settled();
  return { member, keptId, draft };
}

const merged = (keptId: string, mergedId: string) =>
  hub.test.streams.organisations.append({
    type: 'ORGANISATION_MERGED',
    subject: keptId,
    data: { organisationId: keptId, mergedId },
  });

const some = async (what: string, query: ReturnType<typeof sql>) =>
  waitUntil(async () => (await query.execute(db)).rows.length > 0, { what });

const waits = (type: string) => sql`
  select from pg_locks join pg_stat_activity using (pid)
   where not granted and datname = current_database() and (locktype = ${type} or relation = to_regclass(${type}))`;

async function speakersOf(table: Table, draft: Draft): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from ${sql.table(table)} where statement_id = ${draft.id}`.execute(db);
  return rows.map(({ id }) => id);
}

describe.each(['comment', 'amendment'] as const)('a member’s %s', (table) => {
  it('that is being entered when its organisation is merged is said by the one that stays', async () => {
    const { member, keptId, draft } = await consultation();
    const said = await db.transaction().execute(async (tx) => {
      await sql`lock table audit_entry in share mode`.execute(tx);
      const saying = sayings[table](draft, member, {});
      await some('a member who is about to have spoken', waits('audit_entry'));
      await merged(keptId, member.organisationId);
      const reached = sql`
        select from merged_organisation where id = ${member.organisationId} union all ${waits('advisory')}`;
      await some('a merge that waits or is over', reached);
      return { saying };
    });
    expect((await said.saying).code).toBeUndefined();
    await hub.test.settled();
    expect(await speakersOf(table, draft)).toEqual([keptId]);
  });

  it.each([
    ['left out', false],
    ['named by its old id', true],
  ])('during the merge waits for it, with the organisation %s', async (_, isNamed) => {
    const { member, keptId, draft } = await consultation();
    const { organisationId } = member;
    let saying: Promise<Answer> | undefined;
    await db.transaction().execute(async (tx) => {
      await takeMerges(tx);
      saying = sayings[table](draft, member, isNamed ? { organisationId } : {});
      await some('a member who waits for the merge', waits('advisory'));
      await sql`insert into merged_organisation (id, into_id) values (${organisationId}, ${keptId})`.execute(
        tx,
      );
    });
    expect((await saying)?.code).toBeUndefined();
    expect(await speakersOf(table, draft)).toEqual([keptId]);
  });
});
