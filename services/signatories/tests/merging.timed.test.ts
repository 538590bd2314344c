import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});
afterAll(() => world.test.stop());

describe('a merge', () => {
  const waitingFor = (what: string) =>
    waitUntil(
      async () => {
        const { rows } = await sql`
          select from pg_locks join pg_stat_activity using (pid)
           where not granted and datname = current_database()
             and (locktype = ${what} or relation = to_regclass(${what}))`.execute(world.reads);
        return rows.length > 0;
      },
      { what: `somebody who waits for ${what}` },
    );

  it('lets others sign while it waits for a long import, and follows once that is done', async () => {
    const kept = await world.signer('Kept', 'ES', 'EUROPE');
    const merged = await world.signer('Merged', 'KE', 'AFRICA');
    await world.test.settled();
    const statement = await world.statement();
    await world.open(statement);
    const [signers, late] = [
      await Promise.all(['One', 'Two', 'Three'].map((name) => world.signer(name))),
      await world.organisation('Late'),
    ];
    await world.test.settled();
    let importing: Promise<unknown> | undefined;
    const took = await world.reads.transaction().execute(async (tx) => {
      // What the import is about to enter, so that it waits in the middle.
      await sql`
        insert into signature (id, statement_id, organisation_id, provenance, revision_id, revision_digest, name,
                               status, shown, late, signed_on, signed_at)
        values (gen_random_uuid(), ${statement.id}, ${late}, 'REPORTED_BY_COORDINATOR', gen_random_uuid(), '', 'Late',
                'SIGNED', true, false, current_date, now())`.execute(tx);
      importing = world.import(statement, [
        { organisationId: late },
        { organisationId: merged.organisationId },
      ]);
      await waitingFor('transactionid');
      await world.merge(kept.organisationId, merged.organisationId, merged.email);
      await waitingFor('advisory');
      const began = performance.now();
      for (const signer of signers)
        expect((await world.sign(statement, signer)).__typename).toBe('SignStatementSuccess');
      await waitingFor('transactionid');
      return performance.now() - began;
    });
    console.info(`three signatures beside an import and a merge: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(3_000);
    await importing;
    await world.test.settled();
    const { nodes } = await world.signatures(statement.id, {
      filter: { provenance: 'REPORTED_BY_COORDINATOR' },
    });
    expect(
      nodes.map(({ nameAsSigned, organisation }) => [nameAsSigned, organisation?.id]).toSorted(),
    ).toEqual([
      ['Late', late],
      ['Merged', kept.organisationId],
    ]);
  });
});
