import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

const projected = ['known_statement', 'known_revision', 'known_organisation', 'known_delivery'];
const counting = ['signature_count', 'place_count'];
const kept = ['signing_window', 'signature', 'signatory_list', 'list_entry'];

/** All rows of these tables, in an order of their own. */
async function rowsOf(tables: readonly string[]): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    const result = await sql<{ rows: unknown }>`
      select coalesce(jsonb_agg(row order by row), '[]') as rows
        from (select to_jsonb(t) as row from ${sql.table(table)} as t) as all_rows`.execute(world.reads);
    rows[table] = result.rows[0]?.rows;
  }
  return rows;
}

describe('counting signatures', () => {
  it('counts what stands, by country and part of the world, most first', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const places = [
      ['KE', 'AFRICA'],
      ['ES', 'EUROPE'],
      ['ES', 'EUROPE'],
      ['FR', 'EUROPE'],
      [null, null],
    ] as const;
    const ids: { id: string | undefined; email: string }[] = [];
    for (const [index, [country, region]] of places.entries()) {
      const signer = await world.signer(`Organisation ${index}`, country, region);
      const { signature } = await world.sign(statement, signer);
      ids.push({ id: signature?.id, email: signer.email });
    }
    await world.withdraw(ids[3]?.id, ids[3]?.email ?? '');
    const counted = await world.counted(statement.id);
    expect(counted).toMatchObject({
      public: 4,
      all: 4,
      byCountry: [
        { country: 'ES', count: 2 },
        { country: 'KE', count: 1 },
        { country: null, count: 1 },
      ],
      byRegion: [
        { region: 'EUROPE', count: 2 },
        { region: 'AFRICA', count: 1 },
        { region: null, count: 1 },
      ],
    });
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    const last = events.at(-1)?.occurredAt ?? '';
    expect(counted.asOf).toBe(new Date(last).toISOString());
  });

  it('has nothing to count of a statement that was never opened', async () => {
    const counted = await world.counted((await world.statement()).id);
    expect(counted).toMatchObject({ public: 0, all: 0, byCountry: [], byRegion: [] });
    expect(Math.abs(Date.parse(counted.asOf) - Date.now())).toBeLessThan(10_000);
  });

  it('comes to the same when it is counted anew', async () => {
    await world.test.settled();
    const before = await rowsOf(counting);
    await sql`update signature_count set count = count + 7`.execute(world.reads);
    await world.test.subgraph.service.projections.rebuild('signature-counts');
    expect(await rowsOf(counting)).toEqual(before);
  });
});

describe('rebuilding a projection', () => {
  it('comes to the same rows and leaves signatures, windows and lists alone', async () => {
    const statement = await world.statement({ revisions: 2 });
    await world.open(statement);
    await world.sign(statement, await world.signer('Steady'));
    const { list } = await world.close(statement);
    if (list) await world.deliver(statement.id, list);
    const withdrawn = await world.statement();
    await world.open(withdrawn);
    await world.withdrawStatement(withdrawn.id);
    const before = await rowsOf([...projected, ...kept]);
    for (const name of ['statements', 'organisations', 'deliveries', 'signature-counts']) {
      expect(await world.test.subgraph.service.projections.rebuild(name)).toMatchObject({ rebuilt: true });
    }
    expect(await rowsOf([...projected, ...kept])).toEqual(before);
    expect(await world.signing(withdrawn.id)).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('goes on while people sign', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const signers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => world.signer(`Signer ${turn}`)),
    );
    await world.test.settled();
    const { projections } = world.test.subgraph.service;
    const [answers] = await Promise.all([
      Promise.all(signers.map((signer) => world.sign(statement, signer))),
      ...['statements', 'organisations', 'signature-counts'].map((name) => projections.rebuild(name)),
    ]);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['SignStatementSuccess']));
    expect((await world.counted(statement.id)).public).toBe(20);
  });
});
