import { randomUUID } from 'node:crypto';
import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { ExpiredKeys, keysKeptDays } from '../src/index.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { writeNote } from './toy-service/write-note.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('what a command leaves behind', () => {
  test('its row, one audit entry and its events, which name the same', async () => {
    const { note } = await world.writeNote({ title: 'left behind' });
    const { rows } = await sql`
      select action, actor, audit_entry.subject, detail, type, outbox.data
        from audit_entry join outbox on outbox.subject = audit_entry.subject
       where audit_entry.subject = ${note?.id}`.execute(world.reads);
    expect(rows).toEqual([
      {
        action: 'writeNote',
        actor: world.coordinator.personId,
        subject: note?.id,
        detail: { capacity: 'OTHER', events: ['NOTE_WRITTEN'] },
        type: 'NOTE_WRITTEN',
        data: { noteId: note?.id },
      },
    ]);
  });

  test('all of it from one transaction', async () => {
    const { note } = await world.writeNote({ idempotencyKey: 'one-transaction' });
    const { rows } = await sql`
      select distinct xmin::text from (
        select xmin from note where id = ${note?.id}
        union all select xmin from audit_entry where subject = ${note?.id}
        union all select xmin from idempotency_key where key = 'one-transaction') as written`.execute(
      world.reads,
    );
    expect(rows).toHaveLength(1);
  });

  test('nothing of it when the commit itself fails', async () => {
    await world.writeNote({ seal: 'broken' });
    const before = await world.stored();
    await expect(world.writeNote({ seal: 'broken', idempotencyKey: 'commit-fails' })).rejects.toThrow(
      'INTERNAL',
    );
    expect(await world.stored()).toEqual(before);
  });
});

describe('two that wait for each other', () => {
  /** Writes a note while it holds two locks, the second one only when both have their first. */
  function holding(first: number, second: number, bothHaveOne: () => Promise<void>) {
    let met = false;
    return {
      ...writeNote,
      async change(scope: Parameters<typeof writeNote.change>[0], ...rest: [never, never]) {
        await sql`select pg_advisory_xact_lock(77, ${first}::int)`.execute(scope.sql);
        if (!met) await bothHaveOne();
        met = true;
        await sql`select pg_advisory_xact_lock(77, ${second}::int)`.execute(scope.sql);
        return writeNote.change(scope, ...rest);
      },
    };
  }

  test('are both done in the end, each once', async () => {
    const before = await world.stored();
    let arrived = 0;
    const meeting = Promise.withResolvers<void>();
    const bothHaveOne = () => {
      arrived += 1;
      if (arrived === 2) meeting.resolve();
      return meeting.promise;
    };
    const { service } = world.test.subgraph;
    const input = { boardId: world.boardId, title: 'Crossed' };
    const caller = { personId: world.coordinator.personId, requestId: 'crossed' };
    const answers = await Promise.all([
      service.run(holding(1, 2, bothHaveOne), input, caller),
      service.run(holding(2, 1, bothHaveOne), input, caller),
    ]);
    expect(answers).toEqual([{ noteId: expect.any(String) }, { noteId: expect.any(String) }]);
    const { notes } = (await world.stored()) as { notes: number };
    expect(notes).toBe((before as { notes: number }).notes + 2);
  });
});

describe('a key', () => {
  test('gives ten who come at once the same answer, and one row', async () => {
    const before = await world.stored();
    const input = { title: 'ten at once', idempotencyKey: 'race-of-ten' };
    const answers = await many(10, () => world.writeNote(input));
    expect(answers[0]).toMatchObject({ __typename: 'WriteNoteSuccess', note: { title: 'ten at once' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await world.stored()).toEqual(plusOne(before));
    expect(await world.writeNote(input)).toEqual(answers[0]);
  });

  test('is not taken up by those who waited for one that failed', async () => {
    await world.writeNote({ seal: 'taken' });
    const key = { idempotencyKey: 'waited-for' };
    const [failed, ...others] = await Promise.allSettled([
      world.writeNote({ ...key, seal: 'taken' }),
      ...Array.from({ length: 5 }, () => world.writeNote({ ...key, seal: 'free' })),
    ]);
    // Whichever of them takes the key first: the one whose change cannot be stored never keeps it.
    if (failed.status === 'fulfilled')
      expect(failed.value).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    expect(new Set(others.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(others[0]).toMatchObject({ value: { __typename: 'WriteNoteSuccess' } });
  });

  test('is refused with another input, whether the first one was answered or still runs', async () => {
    const idempotencyKey = 'other-input';
    const answers = await many(10, (index) =>
      world.writeNote({ idempotencyKey, title: `input ${index % 2}` }),
    );
    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'WriteNoteSuccess')).toHaveLength(5);
    expect(names.filter((name) => name === 'IdempotencyKeyReused')).toHaveLength(5);
  });

  test('is refused to another caller', async () => {
    const other = world.test.viewer('other@example.org');
    await world.grant(other, world.boardId);
    await world.test.settled();
    const input = { idempotencyKey: 'other-caller' };
    expect(await world.writeNote(input)).toMatchObject({ __typename: 'WriteNoteSuccess' });
    expect(await world.writeNote(input, other)).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  test('does not show whether it is in use to those who may do nothing', async () => {
    await world.writeNote({ idempotencyKey: 'not-shown' });
    await expect(world.writeNote({ idempotencyKey: 'shown-never' }, world.stranger)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(await world.writeNote({ idempotencyKey: 'not-shown' }, world.stranger)).toEqual({
      __typename: 'IdempotencyKeyReused',
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('counts for inputs that differ only in what was left out or null as for different ones', async () => {
    const idempotencyKey = 'null-or-absent';
    await world.writeNote({ idempotencyKey });
    expect(await world.writeNote({ idempotencyKey })).toMatchObject({ __typename: 'WriteNoteSuccess' });
    expect(await world.writeNote({ idempotencyKey, pin: 'p' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test.each([
    '',
    'seven77',
    'x'.repeat(201),
    'with blanks',
    'caf\u00e9-caf\u00e9',
    'null\u0000null',
    'x'.repeat(1_000_000),
  ])('of another form is refused: %#', async (idempotencyKey) => {
    const before = await world.stored();
    expect(await world.writeNote({ idempotencyKey })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'idempotencyKey',
    });
    expect(await world.stored()).toEqual(before);
  });
});

describe('a refusal stores nothing, not even the key', () => {
  test.each([
    ['invalid', { title: '' }, 'InvalidInput'],
    ['not found', { boardId: randomUUID() }, 'NotFound'],
    ['a malformed id', { boardId: '\u0000' }, 'NotFound'],
    ['a constraint that is mapped', { pin: 'taken' }, 'PinTaken'],
  ])('%s', async (what, change, __typename) => {
    await world.writeNote({ pin: 'taken' });
    const idempotencyKey = `refused ${what}`.replaceAll(' ', '-');
    const before = await world.stored();
    expect(await world.writeNote({ ...change, idempotencyKey })).toMatchObject({ __typename });
    expect(await world.stored()).toEqual(before);
    expect(await world.writeNote({ idempotencyKey })).toMatchObject({ __typename: 'WriteNoteSuccess' });
  });

  test('forbidden', async () => {
    const before = await world.stored();
    await expect(world.writeNote({ idempotencyKey: 'forbidden' }, world.stranger)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(await world.stored()).toEqual(before);
  });

  test('two who want one pin: one gets it', async () => {
    const answers = await many(2, () => world.writeNote({ pin: 'wanted by two' }));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PinTaken', 'WriteNoteSuccess']);
  });
});

function plusOne(stored: unknown): unknown {
  const counts = Object.entries(stored as Record<string, number>);
  return Object.fromEntries(counts.map(([name, count]) => [name, count + 1]));
}

describe('a key that is older than anybody repeats', () => {
  const sweeper = () =>
    new ExpiredKeys({
      database: world.test.subgraph.service.database,
      report: (error) => {
        throw error;
      },
    });

  const age = (operation: string, days: number) =>
    sql`update idempotency_key set created_at = hub_now() - make_interval(days => ${days}::int)
         where operation = ${operation}`.execute(world.reads);

  const keys = async (operation: string) => {
    const { rows } = await sql<{ key: string }>`
      select key from idempotency_key where operation = ${operation} order by key`.execute(world.reads);
    return rows.map(({ key }) => key);
  };

  test('goes, and no younger one; what the hub itself does once stays', async () => {
    await world.test.subgraph.service.once('only once', async () => undefined);
    await world.writeNote({ idempotencyKey: 'kept-or-gone' });
    await age('runOnce', 1_000);
    await age('writeNote', keysKeptDays - 1);
    expect(await sweeper().remove()).toBe(0);
    await age('writeNote', keysKeptDays + 1);
    const young = { title: 'young', idempotencyKey: 'young-key' };
    const answer = await world.writeNote(young);
    expect(await sweeper().remove()).toBeGreaterThan(0);
    expect(await keys('writeNote')).toEqual(['young-key']);
    expect(await keys('runOnce')).toContain('only once');
    expect(await world.writeNote(young)).toEqual(answer);
  });

  const manyOld = () =>
    sql`
      insert into idempotency_key (operation, key, caller, input_digest, created_at)
      select 'many', 'key ' || number, '', '', hub_now() - interval '90 days'
        from generate_series(1, 2500) as number`.execute(world.reads);

  test('goes a thousand at a time', async () => {
    await sweeper().remove();
    await manyOld();
    const { result, statements } = await recordStatements(() => sweeper().remove());
    expect(result).toBe(2_500);
    expect(statements.filter((text) => /^\s*delete from idempotency_key/.test(text))).toHaveLength(3);
    expect(await keys('many')).toEqual([]);
  });

  test('is left to the one process that is removing keys', async () => {
    await manyOld();
    const removing = await world.reads.transaction().execute(async (tx) => {
      await sql`lock table idempotency_key in share mode`.execute(tx);
      const first = sweeper().remove();
      const waits = async () => {
        const { rows } = await sql`
          select from pg_locks where not granted and relation = 'idempotency_key'::regclass`.execute(tx);
        return rows.length > 0;
      };
      await waitUntil(waits, { what: 'a process that is removing keys' });
      expect(await sweeper().remove()).toBe(0);
      expect(await keys('many')).toHaveLength(2_500);
      return { first };
    });
    expect(await removing.first).toBe(2_500);
    expect(await sweeper().remove()).toBe(0);
  });

  test('is taken anew, and a second row can only be kept out by what the row itself says', async () => {
    const input = { seal: 'natural', idempotencyKey: 'long-gone' };
    expect((await world.writeNote(input)).__typename).toBe('WriteNoteSuccess');
    await age('writeNote', keysKeptDays + 1);
    await sweeper().remove();
    const before = await world.stored();
    await expect(world.writeNote(input)).rejects.toThrow('INTERNAL');
    expect(await world.stored()).toEqual(before);
  });

  test('that is repeated while it is removed is either answered or taken anew', async () => {
    for (let round = 0; round < 10; round += 1) {
      const input = { title: `round ${round}`, idempotencyKey: `raced-key-${round}` };
      await world.writeNote(input);
      await age('writeNote', keysKeptDays + 1);
      const [answer] = await Promise.all([world.writeNote(input), sweeper().remove()]);
      expect(answer.__typename).toBe('WriteNoteSuccess');
    }
  });
});
