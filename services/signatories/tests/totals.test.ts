import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type KnownStatement, type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

const filters = [
  {},
  { countries: ['ES'] },
  { countries: ['ES', 'FR'] },
  { countries: ['ZZ'] },
  { countries: [] },
  { regions: ['EUROPE'] },
  { kind: 'PERSON' },
  { kind: 'ORGANISATION' },
  { late: true },
  { provenance: 'REPORTED_BY_COORDINATOR' },
  { kind: 'ORGANISATION', countries: ['ES'], late: false },
];

/** For each filter: what the list says of its length on a page that is too short to count, and all its entries. */
async function totals({ id }: KnownStatement): Promise<{ said: number[]; listed: number[] }> {
  const [said, listed]: [number[], number[]] = [[], []];
  for (const filter of filters) {
    const all = await world.signatures(id, { filter });
    const [first] = all.edges;
    const rest =
      first === undefined ? all : await world.signatures(id, { filter, first: 1, after: first.cursor });
    said.push(rest.totalCount);
    listed.push(all.nodes.length);
  }
  return { said, listed };
}

describe('totals of lists of signatures', () => {
  it('are how many the list has, of every filter, while people sign, withdraw, close and come late', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const signers = [];
    const places = [
      ['ES', 'EUROPE'],
      ['ES', 'EUROPE'],
      ['FR', 'EUROPE'],
      ['KE', 'AFRICA'],
      [null, null],
    ] as const;
    for (const [index, [country, region]] of places.entries()) {
      const signer = await world.signer(`Totalled ${index}`, country, region);
      const { signature } = await world.sign(statement, signer);
      signers.push({ id: signature?.id, email: signer.email });
      const { said, listed } = await totals(statement);
      expect(said).toEqual(listed);
    }
    await world.reportPerson(statement, { name: 'Amina Example', capacity: 'Special Rapporteur' });
    await world.withdraw(signers[0]?.id, signers[0]?.email ?? '');
    await world.close(statement);
    await world.withdraw(signers[2]?.id, signers[2]?.email ?? '');
    await world.open(statement);
    await world.sign(statement, await world.signer('Latecomer', 'ES', 'EUROPE'));
    const { said, listed } = await totals(statement);
    expect(said).toEqual(listed);
    expect(listed.slice(0, 2)).toEqual([6, 2]);
  });

  it('are folded behind the writes without anybody seeing a difference', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const signer = await world.signer('Folded', 'ES', 'EUROPE');
    await world.sign(statement, signer);
    // As after thousands of signatures of which as many were withdrawn.
    await sql`
      insert into signature_total
      select statement_id, country, region, person, late, provenance, case when turn % 2 = 0 then 1 else -1 end
        from signature_total cross join generate_series(1, 3000) as turn
       where statement_id = ${statement.id}::uuid`.execute(world.reads);
    for (let turn = 0; turn < 40; turn += 1)
      await world.sign(statement, await world.signer(`Folding ${turn}`, 'ES', 'EUROPE'));
    await world.test.settled();
    const { rows } = await sql<{ rows: number; sum: number }>`
      select count(*)::int as rows, sum(change)::int as sum from signature_total
       where statement_id = ${statement.id}::uuid`.execute(world.reads);
    expect(rows[0]?.sum).toBe(41);
    expect(rows[0]?.rows).toBeLessThan(50);
  });
});
