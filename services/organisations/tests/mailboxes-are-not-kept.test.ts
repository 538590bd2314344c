import { createHash } from 'node:crypto';
import { digestOf } from '@coalition-hub/proof';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const mailbox = 'Zuzana.Canary@canary-mail.example.org';

/** Tables in which a text occurs in any column, jsonb included. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of await bench.tables()) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from ${sql.table(table)} as candidate
        where position(lower(${text}) in lower(candidate::text)) > 0) as found`.execute(bench.reads);
    if (rows[0]?.found) found.push(table);
  }
  return found;
}

const bareDigests = (text: string) =>
  (['hex', 'base64', 'base64url'] as const).map((form) => createHash('sha256').update(text).digest(form));

it('leaves nothing of a mailbox in tables, events, audit and log but a keyed hash', async () => {
  const organisationId = await bench.organisation();
  const { id: coalitionId } = await bench.coalition();
  const role = { email: mailbox, role: 'COORDINATOR', coalitionId };
  const mandate = {
    organisationId,
    email: mailbox,
    scopes: ['SIGN'],
    decidedOn: '2024-01-01',
    decidedBy: 'Board',
  };
  const keyed = { idempotencyKey: 'key-of-a-canary' };
  const roleId = idOf((await bench.answer('grantRole', { ...role, ...keyed })).role);
  const mandateId = idOf((await bench.answer('grantMandate', { ...mandate, ...keyed })).mandate);
  await bench.answer('grantRole', role);
  await bench.answer('grantMandate', { ...mandate, decidedBy: '' });
  await bench.fault('grantRole', role, bench.test.viewer(mailbox));
  await bench.answer('revokeRole', { roleId });
  await bench.answer('revokeMandate', { mandateId });
  const byMailbox = await bench.organisation({ website: 'https://canary-mail.example.org/' });
  await bench.answer('claimOrganisation', { organisationId: byMailbox, email: mailbox, ...keyed });
  const administers = { ...mandate, email: Workbench.administratorEmail, scopes: ['ADMINISTER'] };
  await bench.answer('grantMandate', administers);
  await bench.answer('inviteRepresentative', { ...mandate, name: 'Zuzana Canarova', ...keyed });
  await bench.test.settled();

  const normal = mailbox.toLowerCase();
  const bare = [mailbox, normal, digestOf(role), digestOf(mandate), digestOf(mailbox), digestOf(normal)];
  for (const trace of [...bare, 'zuzana', 'canarova', ...bareDigests(mailbox), ...bareDigests(normal)]) {
    expect([trace, await tablesWith(trace)]).toEqual([trace, []]);
    expect(bench.test.logged.join('\n')).not.toContain(trace);
  }
  expect(await tablesWith(bench.test.persons.personId(mailbox))).toEqual([
    'audit_entry',
    'mandate',
    'organisation_claim',
    'outbox',
    'representative',
    'role',
  ]);
});
