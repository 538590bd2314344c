import { randomUUID } from 'node:crypto';
import type { MandateScope } from '@coalition-hub/bus';
import { readRights } from '@coalition-hub/subgraph';
import { setHubTime, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});

afterEach(() => setHubTime(world.test.database.adminUrl, null));

afterAll(() => world.test.stop());

const at = (time: string) => setHubTime(world.test.database.adminUrl, time);

/** A mandate as `organisations` tells of it; returns its person. */
async function mandated(days: object, scopes: readonly string[] = ['SIGN']): Promise<string> {
  const personId = randomUUID();
  const mandateId = randomUUID();
  const data = { mandateId, organisationId: randomUUID(), personId, scopes, statementId: null, ...days };
  await world.test.streams.organisations.append({ type: 'MANDATE_GRANTED', subject: mandateId, data });
  await world.test.settled();
  return personId;
}

async function scopesOf(personId: string): Promise<readonly MandateScope[]> {
  return (await readRights(world.reads, personId)).mandates.flatMap(({ scopes }) => scopes);
}

describe('a mandate', () => {
  test('holds from its first day through its last one, in UTC, without anything being told', async () => {
    const personId = await mandated({ startsOn: '2090-01-10', endsOn: '2090-01-20' });
    const days = [
      ['2090-01-09T23:59:59.999Z', []],
      ['2090-01-10T00:00:00Z', ['SIGN']],
      ['2090-01-20T23:59:59.999Z', ['SIGN']],
      ['2090-01-21T00:00:00Z', []],
    ] as const;
    for (const [time, scopes] of days) {
      await at(time);
      expect([time, await scopesOf(personId)]).toEqual([time, scopes]);
    }
  });

  test.each([
    ['without days', { startsOn: null, endsOn: null }],
    ['from before there were first days', { endsOn: null }],
  ])('%s holds at once and until revoked', async (_what, days) => {
    expect(await scopesOf(await mandated(days))).toEqual(['SIGN']);
  });

  test('to revise is one to edit', async () => {
    const personId = await mandated({ endsOn: null }, ['REVISE', 'EDIT', 'SIGN']);
    expect(await scopesOf(personId)).toEqual(['EDIT', 'SIGN']);
  });
});

describe('a role', () => {
  test('is that one in that coalition, and no other', async () => {
    const viewer = world.test.viewer('editor@example.org');
    const [coalitionId, roleId] = [randomUUID(), randomUUID()];
    const data = { roleId, personId: viewer.personId, coalitionId, role: 'EDITOR' };
    await world.test.streams.organisations.append({ type: 'ROLE_GRANTED', subject: roleId, data });
    await world.test.settled();
    const rights = await readRights(world.reads, viewer.personId);
    expect(rights.hasRole(coalitionId, ['COORDINATOR', 'EDITOR'])).toBe(true);
    expect(rights.hasRole(coalitionId, ['COORDINATOR', 'TRANSLATOR'])).toBe(false);
    expect(rights.hasRole(randomUUID(), ['EDITOR'])).toBe(false);
    expect([rights.administrator, rights.coordinates.size]).toEqual([false, 0]);
  });
});

describe('a command that waits for a lock', () => {
  /** Holds the notes until somebody waits for them and `meanwhile` is done and a second has passed. */
  async function heldUp(viewer: Parameters<ToyWorld['grant']>[0], meanwhile: () => Promise<void>) {
    const began = performance.now();
    const { database } = world.test.subgraph.service;
    return database.transaction(async ({ sql: tx }) => {
      await sql`lock table note in share mode`.execute(tx);
      const answer = world.test.execute(
        `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename } }`,
        { variables: { input: { boardId: world.boardId, title: 'Held up' } }, viewer },
      );
      await waitUntil(
        async () => {
          const waiting = sql`select from pg_locks where not granted and relation = 'note'::regclass`;
          return (await waiting.execute(world.reads)).rows.length > 0;
        },
        { what: 'the command waits' },
      );
      await meanwhile();
      await waitUntil(() => performance.now() - began > 1_500, { what: 'it has waited long' });
      return { answer };
    });
  }

  test('and loses the right meanwhile, is refused and leaves nothing', async () => {
    const viewer = world.test.viewer('dismissed@example.org');
    const roleId = randomUUID();
    const role = { roleId, personId: viewer.personId, coalitionId: world.boardId, role: 'COORDINATOR' };
    const { organisations } = world.test.streams;
    await organisations.append({ type: 'ROLE_GRANTED', subject: roleId, data: role });
    await world.test.settled();
    const before = await world.stored();
    const { answer } = await heldUp(viewer, async () => {
      await organisations.append({ type: 'ROLE_REVOKED', subject: roleId, data: role });
      await world.test.settled();
    });
    expect((await answer).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await world.stored()).toEqual(before);
  });

  test('and keeps the right, is done', async () => {
    const { answer } = await heldUp(world.coordinator, async () => undefined);
    expect((await answer).data).toEqual({ writeNote: { __typename: 'WriteNoteSuccess' } });
  });
});

describe('the audit', () => {
  test.each(['update audit_entry set actor = $$x$$', 'delete from audit_entry', 'truncate audit_entry'])(
    'cannot be changed: %s',
    async (statement) => {
      await world.writeNote({});
      const before = await world.reads.selectFrom('audit_entry').selectAll().execute();
      await expect(sql.raw(statement).execute(world.reads)).rejects.toMatchObject({ code: '42501' });
      // Also by whoever gives the rights to themselves again.
      await sql`grant update, delete, truncate on audit_entry to current_user`.execute(world.reads);
      await expect(sql.raw(statement).execute(world.reads)).rejects.toThrow('append-only');
      await sql`revoke update, delete, truncate on audit_entry from current_user`.execute(world.reads);
      await sql`grant update (actor, detail) on audit_entry to current_user`.execute(world.reads);
      expect(await world.reads.selectFrom('audit_entry').selectAll().execute()).toEqual(before);
    },
  );

  test('forgets a person who is erased, in every place of an entry, and lets nothing else be changed by that', async () => {
    const { personId } = world.coordinator;
    await world.writeNote({});
    const before = await world.reads.selectFrom('audit_entry').selectAll().orderBy('id').execute();
    const erasing = (change: string) =>
      world.reads.transaction().execute(async (tx) => {
        await sql`select set_config('hub.erased_person', ${personId}, true)`.execute(tx);
        await sql`grant update on audit_entry to current_user`.execute(tx);
        await sql.raw(`update audit_entry set ${change}`).execute(tx);
      });
    for (const change of [
      `actor = 'somebody'`,
      `action = 'nothing'`,
      `actor = 'erased', detail = '{}'`,
      `actor = 'erased', at = at + interval '1 day'`,
    ])
      await expect(erasing(change)).rejects.toThrow('append-only');
    const erase = (person: string) =>
      sql<{ changed: string }>`select erase_person_from_audit(${person}) as changed`.execute(world.reads);
    expect(Number((await erase(world.stranger.personId)).rows[0]?.changed)).toBe(0);
    for (const nobody of ['', 'OTHER', 'NOTE_WRITTEN'])
      await expect(erase(nobody)).rejects.toThrow('append-only');
    expect(Number((await erase(personId)).rows[0]?.changed)).toBe(before.length);
    const after = await world.reads.selectFrom('audit_entry').selectAll().orderBy('id').execute();
    expect(after).toEqual(before.map((entry) => ({ ...entry, actor: 'erased' })));
  });
});
