import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { expiredRows, removeExpired } from '../src/index.js';
import { AccessBench, decision } from './access-bench.js';

let access: AccessBench;

beforeAll(async () => {
  access = await AccessBench.start();
});
afterAll(() => access.bench.stop());
afterEach(() => setHubTime(access.bench.test.database.adminUrl, null));

const after = (days: number) => setHubTime(access.bench.test.database.adminUrl, days * 86_400);
const counts = async () => (await expiredRows(access.bench.reads)).map(({ rows }) => rows);
const remove = async () =>
  (await removeExpired(access.bench.test.subgraph.service.database)).map(({ rows }) => rows);

async function isNamed(email: string): Promise<boolean> {
  const { rows } = await sql`
    select from representative where person_id = ${access.viewer(email).personId}`.execute(
    access.bench.reads,
  );
  return rows.length > 0;
}

test('a name goes 30 days after the last mandate, and stays with one that holds', async () => {
  const { organisationId, viewer } = await access.administered();
  const [stays, goes] = [access.email(), access.email()];
  await access.mandate(organisationId, stays, { name: 'Stays', scopes: ['SIGN'] });
  const mandateId = await access.mandate(organisationId, goes, { name: 'Goes', scopes: ['SIGN'] });
  await access.bench.answer('revokeMandate', { mandateId }, viewer);
  await after(29);
  expect(await counts()).toEqual([0, 0, 0]);
  await after(32);
  expect(await counts()).toEqual([0, 0, 1]);
  expect([await isNamed(stays), await isNamed(goes)]).toEqual([true, true]);
  expect(await remove()).toEqual([0, 0, 1]);
  expect([await isNamed(stays), await isNamed(goes)]).toEqual([true, false]);
  expect(await remove()).toEqual([0, 0, 0]);
});

test('offers go 90 days after they could be answered, and names 30 days after', async () => {
  const organisation = await access.administered();
  const email = access.email();
  await access.offer(organisation, email, { name: 'Invited' });
  await after(59);
  expect(await counts()).toEqual([0, 0, 0]);
  await after(62);
  expect(await remove()).toEqual([0, 0, 1]);
  await after(119);
  expect(await remove()).toEqual([0, 0, 0]);
  await after(122);
  expect(await remove()).toEqual([0, 1, 0]);
});

test('refused claims go 90 days after the answer; those that wait stay', async () => {
  const { organisationId, viewer } = await access.administered();
  const [refused, waits] = [access.email(), access.email()];
  const ask = async (email: string) =>
    (
      await access.bench.answer(
        'requestMandate',
        { organisationId, name: 'Asks', ...decision },
        access.viewer(email),
      )
    ).claim?.id;
  const claimId = await ask(refused);
  await ask(waits);
  await access.bench.answer('answerMandateRequest', { claimId, grant: false, reason: 'No.' }, viewer);
  await after(89);
  expect(await counts()).toEqual([0, 0, 0]);
  await after(92);
  expect(await remove()).toEqual([1, 0, 0]);
  const { rows } = await sql`
    select from organisation_claim where organisation_id = ${organisationId}`.execute(access.bench.reads);
  expect(rows).toHaveLength(1);
});

test('what somebody holds at this moment is left for the next time, and two at once remove it once', async () => {
  const { organisationId, viewer } = await access.administered();
  const mandateId = await access.mandate(organisationId, access.email(), { name: 'Goes', scopes: ['SIGN'] });
  await access.bench.answer('revokeMandate', { mandateId }, viewer);
  await after(32);
  await access.bench.test.subgraph.service.database.transaction(async ({ sql: tx }) => {
    await sql`select from representative for update`.execute(tx);
    expect(await remove()).toEqual([0, 0, 0]);
  });
  const both = await Promise.all([remove(), remove()]);
  const removed = both.map((rows) => rows[2] ?? 0).reduce((all, rows) => all + rows, 0);
  expect(removed + ((await remove())[2] ?? 0)).toBe(1);
});
