import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { holdWindow } from '../src/commands/window-lock.js';
import { coordinator, type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

/** Runs work while no command can commit: each stops before its audit entry, with all locks that it took. */
async function whileNothingCommits(work: () => Promise<void>): Promise<void> {
  await world.reads.transaction().execute(async (tx) => {
    await sql`lock table audit_entry in share mode`.execute(tx);
    await work();
  });
}

const waitingFor = (what: string) =>
  waitUntil(
    async () => {
      const { rows } = await sql`
        select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())
           and (locktype = ${what} or relation = to_regclass(${what}))`.execute(world.reads);
      return rows.length > 0;
    },
    { what: `somebody who waits for ${what}` },
  );

const isWithdrawn = async (id: string) =>
  (
    await world.reads
      .selectFrom('known_statement')
      .select('withdrawn')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).withdrawn;

describe('a statement that is withdrawn while it is being opened', () => {
  it.each(['opened', 'reopened'])('is not heard to be withdrawn before it is %s', async (how) => {
    const statement = await world.statement();
    const signer = await world.signer(`Late for what was ${how}`);
    if (how === 'reopened') {
      await world.open(statement);
      await world.close(statement);
    }
    await world.test.settled();
    let opening: ReturnType<typeof world.open> | undefined;
    let withdrawing: Promise<void> | undefined;
    await whileNothingCommits(async () => {
      opening = world.open(statement, {}, coordinator);
      await waitingFor('audit_entry');
      withdrawing = world.withdrawStatement(statement.id);
      await waitingFor('advisory');
      expect(await isWithdrawn(statement.id)).toBe(false);
    });
    expect(await opening).toMatchObject({ __typename: 'OpenForSignatureSuccess' });
    await withdrawing;
    expect(await world.signing(statement.id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await world.sign(statement, signer)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await world.signatures(statement.id)).totalCount).toBe(0);
  });

  it('is waited for by nobody when the projection is rebuilt: what is withdrawn stays so', async () => {
    const statement = await world.statement();
    await world.open(statement);
    await world.withdrawStatement(statement.id);
    const { projections } = world.test.subgraph.service;
    await world.reads.transaction().execute(async (tx) => {
      await holdWindow({ sql: tx }, statement.id);
      expect(await projections.rebuild('statements')).toMatchObject({ rebuilt: true });
    });
    expect(await isWithdrawn(statement.id)).toBe(true);
  });
});
