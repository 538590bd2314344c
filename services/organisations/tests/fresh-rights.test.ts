import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const newName = () => ({ name: bench.name('Organisation') });

it('honours a right that was granted a moment before', async () => {
  for (let round = 0; round < 20; round += 1) {
    const email = `granted-${round}@example.org`;
    await bench.answer('grantRole', { email, role: 'ADMINISTRATOR' });
    const answer = await bench.answer('registerOrganisation', newName(), bench.test.viewer(email));
    expect(answer.__typename).toBe('RegisterOrganisationSuccess');
  }
});

it('forgets a right within 5 s after it was taken away', async () => {
  const email = 'dismissed@example.org';
  const viewer = bench.test.viewer(email);
  const roleId = idOf((await bench.answer('grantRole', { email, role: 'ADMINISTRATOR' })).role);
  expect(await bench.fault('registerOrganisation', newName(), viewer)).toBeUndefined();
  await bench.answer('revokeRole', { roleId });
  const forgotten = async () =>
    (await bench.fault('registerOrganisation', newName(), viewer)) === 'FORBIDDEN';
  await waitUntil(forgotten, { what: 'the right is gone', timeoutMs: 5_000 });
});

it('decides nothing by rights that may be older than 5 s, and goes on reading what is public', async () => {
  const code = () => bench.fault('registerOrganisation', newName(), bench.administrator);
  const before = await bench.reads.selectFrom('organisation').select('id').execute();
  await bench.reads.transaction().execute(async (tx) => {
    await sql`select from projection_cursor where projection = 'rights' for update`.execute(tx);
    const { service } = bench.test.subgraph;
    await service.once('an event that cannot be applied', async (_unit, emit) =>
      emit({ type: 'ROLE_REVOKED', subject: 'x', data: { roleId: '00000000-0000-4000-8000-000000000000' } }),
    );
    await waitUntil(() => !service.rightsAreFresh(), { what: 'rights grow old', timeoutMs: 10_000 });
    expect(await code()).toBe('UNAVAILABLE');
    expect(await bench.test.data('{ organisations { totalCount } viewer { id } }')).toBeDefined();
    expect(await service.faults()).toEqual(['organisations: rights are not up to date']);
  });
  expect(await bench.reads.selectFrom('organisation').select('id').execute()).toEqual(before);
  await waitUntil(async () => (await code()) === undefined, { what: 'rights are fresh again' });
});
