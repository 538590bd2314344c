import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { erasePerson } from '../../src/command-line/erase-person.js';
import { exportPerson } from '../../src/command-line/export-person.js';
import { serviceNames } from '../../src/index.js';
import { withDatabase } from '../hub-process/hub-database.js';
import { hubContents } from '../hub-process/table-contents.js';
import { Workbench } from '../hub-process/workbench.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { coordinatedCoalition, openStatement } from '../whole-hub/open-statement.js';
import { decision, namedRepresentatives, namesRead } from './named-representatives.js';

jest.setTimeout(240_000);

const bench = new Workbench();
let hub: InProcessHub;
let administrator: GraphClient;
let people = 0;

beforeAll(async () => {
  hub = await InProcessHub.start();
  administrator = await hub.administrator('administrator@example.org');
}, 120_000);
afterAll(() => hub?.stop());

/** Somebody who coordinates, signs, was invited, asked for a mandate and gave one, under a name that nobody else has. */
async function busyPerson() {
  people += 1;
  const [email, name] = [`zuzana-${people}@canary.example.org`, `Zuzana Canarova ${people}`];
  const own = await namedRepresentatives(administrator, ['Somebody'], `Her organisation ${people}`);
  const coalition = await coordinatedCoalition(hub, administrator, `Her coalition ${people}`, email);
  const mandate = { email, name, scopes: ['SIGN', 'ADMINISTER'], ...decision };
  await administrator.succeed('grantMandate', { organisationId: own, ...mandate });
  await hub.settled();
  const { coordinator: person } = coalition;
  const open = await openStatement(coalition, { title: `Her statement ${people}` });
  await person.succeed('signStatement', {
    statementId: open.statementId,
    revisionDigest: open.digest,
    organisationId: own,
    idempotencyKey: `her-key-${people}-12345678`,
  });
  const invited = { organisationId: own, email: `invited-${people}@example.org`, scopes: ['SIGN'] };
  await person.succeed('inviteRepresentative', { ...invited, ...decision });
  const other = await namedRepresentatives(administrator, ['Somebody'], `Another ${people}`);
  await person.succeed('requestMandate', { organisationId: other, name, ...decision });
  await hub.settled();
  return { email, name, person, own, other, slug: open.slug };
}

/** Rows of any table that have a text, as `service table`. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const contents = await hubContents(hub.dataDir, [...serviceNames, 'identity']);
  return Object.entries(contents).flatMap(([table, rows]) =>
    rows.some((row) => texts.some((text) => row.toLowerCase().includes(text.toLowerCase()))) ? [table] : [],
  );
}

/** The last is how the service that signs people in knows somebody. */
function traces({ email, name }: { email: string; name: string }): string[] {
  const personId = hub.personId(email);
  return [personId, email, name, Buffer.from(personId, 'base64url').toString('hex')];
}

const erase = (email: string) => hub.command(erasePerson, [], { email, yes: true, json: true });

async function signatures(slug: string): Promise<number> {
  const { statement } = await hub
    .signedOut()
    .query<{ statement: { signatures: { totalCount: number } } }>(
      'query ($slug: String!) { statement(slug: $slug) { signatures { totalCount } } }',
      { slug },
    );
  return statement.signatures.totalCount;
}

describe('what is held about a person', () => {
  test('is shown to the person in full, and nothing in it says who anybody else is', async () => {
    const zuzana = await busyPerson();
    const { printed } = await hub.command(exportPerson, [], { email: zuzana.email, json: true });
    const found = JSON.parse(printed) as { service: string; held: { table: string; rows: object[] }[] }[];
    const tables = found.flatMap(({ service, held }) =>
      held.map(({ table, rows }) => `${service} ${table} ${rows.length}`),
    );
    expect(tables).toEqual([
      'identity person 1',
      'identity session 1',
      'organisations organisation_claim 1',
      'organisations mandate 2',
      'organisations role 1',
      'organisations representative 1',
      'organisations right_role 1',
      'organisations right_mandate 1',
      'organisations audit_entry 4',
      'statements right_role 1',
      'statements right_mandate 1',
      'statements audit_entry 1',
      'signatories right_role 1',
      'signatories right_mandate 1',
      'signatories idempotency_key 1',
      'signatories audit_entry 2',
      'events right_role 1',
      'events right_mandate 1',
    ]);
    expect(printed.split(zuzana.name)).toHaveLength(3);
    expect(printed).not.toContain('Somebody');
    for (const somebody of [
      'administrator@example.org',
      'named-0@example.org',
      `invited-${people}@example.org`,
    ])
      expect(printed).not.toContain(hub.personId(somebody));
    expect((await hub.command(exportPerson, [], { email: 'nobody@example.org' })).printed).toBe(
      'Nothing is held about whoever has this mailbox.\n',
    );
  });
});

describe('erasing a person', () => {
  test('leaves no trace in any table; what the organisation signed stands, and so do others', async () => {
    const zuzana = await busyPerson();
    const before = await tablesWith(...traces(zuzana));
    expect(before.length).toBeGreaterThanOrEqual(12);
    const { printed } = await erase(zuzana.email);
    expect(JSON.parse(printed)).toMatchObject({ revokedRoles: 1, revokedMandates: 1 });
    expect(await tablesWith(...traces(zuzana))).toEqual([]);
    expect(await signatures(zuzana.slug)).toBe(1);
    const reader = await hub.person('named-0@example.org');
    expect(await namesRead(reader, zuzana.own)).toEqual(['Somebody', 'null', 'null']);
    const [refused] = await zuzana.person.errors('{ viewer { mandates { id } } }');
    expect(refused?.extensions.code).toBe('UNAUTHENTICATED');
    expect(JSON.parse((await erase(zuzana.email)).printed)).toEqual({
      ...{ revokedRoles: 0, revokedMandates: 0, rows: 0 },
    });
  });

  test('is refused without --yes, and for the last administrator, and then changes nothing', async () => {
    const email = 'administrator@example.org';
    const before = await hubContents(hub.dataDir, [...serviceNames, 'identity']);
    await expect(hub.command(erasePerson, [], { email })).rejects.toThrow('Nothing was erased');
    await expect(erase(email)).rejects.toThrow('This is the last administrator of the hub.');
    const after = await hubContents(hub.dataDir, [...serviceNames, 'identity']);
    const told = (contents: Record<string, readonly string[]>) =>
      Object.entries(contents).filter(([table]) => !/projection_|nonce/.test(table));
    expect(told(after)).toEqual(told(before));
  });

  test('that is killed in the middle leaves nothing that running it again does not erase', async () => {
    const zuzana = await busyPerson();
    await withDatabase(await hub.databaseUrl('signatories'), async (session) => {
      await session.query('begin; lock table idempotency_key in share mode');
      const killed = bench.start(['erase-person', '--email', zuzana.email, '--yes'], {
        HUB_DATA_DIR: hub.dataDir,
      });
      const waits = `select from pg_locks where not granted and relation = 'idempotency_key'::regclass`;
      await waitUntil(async () => (await session.query(waits)).rowCount !== 0, {
        what: 'the erasure waits half-way',
        timeoutMs: 90_000,
      });
      const left = (await tablesWith(hub.personId(zuzana.email))).map((table) => table.split(' ')[0]);
      expect([...new Set(left)]).toEqual(['signatories']);
      killed.send('SIGKILL');
      await killed.ended;
      await session.query('rollback');
    });
    await erase(zuzana.email);
    expect(await tablesWith(...traces(zuzana))).toEqual([]);
  });

  test('while the person goes on signing and inviting, ends with no trace', async () => {
    const zuzana = await busyPerson();
    let going = true;
    const busy = (async () => {
      for (let count = 0; going; count += 1) {
        const invited = { organisationId: zuzana.own, email: `more-${count}@example.org`, scopes: ['SIGN'] };
        await zuzana.person.mutate('inviteRepresentative', { ...invited, ...decision }).catch(() => null);
      }
    })();
    await erase(zuzana.email);
    going = false;
    await busy;
    expect(await tablesWith(...traces(zuzana))).toEqual([]);
  });
});
