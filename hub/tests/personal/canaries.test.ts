import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { erasePerson } from '../../src/command-line/erase-person.js';
import { exportPerson } from '../../src/command-line/export-person.js';
import { serviceNames } from '../../src/index.js';
import { hubContents } from '../hub-process/table-contents.js';
import { Browser } from '../identity/browser.js';
import { SmtpInbox } from '../identity/smtp-inbox.js';
import { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { coordinatedCoalition, openStatement } from '../whole-hub/open-statement.js';
import { decision, namedRepresentatives, namesRead } from './named-representatives.js';

jest.setTimeout(180_000);

const email = 'Canary.Qwfpgj@rare-birds.example.org';
const name = 'Quetzalina Zwrtbk';
const secrets = ['canary.qwfpgj', 'rare-birds', 'quetzalina', 'zwrtbk'];

let inbox: SmtpInbox;
let hub: InProcessHub;

beforeAll(async () => {
  inbox = await SmtpInbox.start();
  hub = await InProcessHub.start({ SMTP_URL: inbox.url });
});
afterAll(async () => {
  await hub?.stop();
  await inbox?.stop();
});

const newBrowser = () => new Browser(hub.hub.url);

async function signIn(): Promise<Browser> {
  const browser = newBrowser();
  await browser.post('/auth/link', { email });
  const token = new URL(await inbox.link(email.toLowerCase(), 1)).searchParams.get('token') ?? '';
  expect((await browser.submit('/auth/link/use', { token })).status).toBe(200);
  return browser;
}

/** Everything that the hub keeps or says, where somebody might find a person. */
async function everything(answers: readonly string[]): Promise<Record<string, string>> {
  const contents = await hubContents(hub.dataDir, [...serviceNames, 'identity']);
  const tables = Object.entries(contents).map(([table, rows]) => [table, rows.join('\n')]);
  const metrics = (await newBrowser().get('/metrics')).text;
  const said = { log: hub.logged.join('\n'), metrics, answers: answers.join('\n') };
  return { ...(Object.fromEntries(tables) as Record<string, string>), ...said };
}

async function found(answers: readonly string[]): Promise<string[]> {
  return Object.entries(await everything(answers)).flatMap(([place, text]) =>
    secrets.filter((secret) => text.toLowerCase().includes(secret)).map((secret) => `${place}: ${secret}`),
  );
}

test('a name and an address are in no table, log, metric or error, and the organisation still reads its names', async () => {
  const administrator = await hub.administrator('administrator@example.org');
  const own = await namedRepresentatives(administrator, ['Our administrator'], 'Their organisation');
  const elsewhere = await namedRepresentatives(administrator, ['Another'], 'Elsewhere');
  const reader = await hub.person('named-0@example.org');
  await hub.settled();
  const key = { idempotencyKey: 'canary-key-0001' };
  const invited = { organisationId: own, email, name, scopes: ['SIGN'], ...decision };
  const { mandate } = await reader.succeed<{ mandate: { id: string } }>(
    'inviteRepresentative',
    { ...invited, ...key },
    '... on InviteRepresentativeSuccess { mandate { id } }',
  );
  const browser = await signIn();
  await browser.post('/auth/api-keys', { name: 'A script' });
  const person = new GraphClient(hub.url, await browser.token());
  await person.succeed('acceptMandate', { mandateId: mandate.id });
  await person.succeed('requestMandate', { organisationId: elsewhere, name, ...decision, ...key });
  const coalition = await coordinatedCoalition(hub, administrator, 'A coalition', 'coordinator@example.org');
  await hub.settled();
  const { statementId, digest: revisionDigest } = await openStatement(coalition);
  const signing = { statementId, revisionDigest, organisationId: own, idempotencyKey: 'canary-key-0002' };
  await person.succeed('signStatement', signing);
  const wrong = [
    await reader.ask(
      'mutation ($input: InviteRepresentativeInput!) { inviteRepresentative(input: $input) { nothing } }',
      { input: invited },
    ),
    await person.ask(
      'mutation ($input: InviteRepresentativeInput!) { inviteRepresentative(input: $input) { __typename } }',
      { input: { ...invited, organisationId: elsewhere } },
    ),
    await reader.ask('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { __typename } }', {
      input: { email, role: 'ADMINISTRATOR' },
    }),
  ].map(({ text }) => text);
  await newBrowser().post('/auth/link', { email: `${email} ` });
  await hub.settled();
  expect(await namesRead(reader, own)).toEqual(['Our administrator', name]);
  expect(await found(wrong)).toEqual([]);
  const kept = await everything([]);
  expect(kept['organisations organisation']).toContain('Their organisation');
  expect(kept['organisations representative']).toContain(hub.personId(email));
  expect(kept['log']).not.toBe('');

  const { printed } = await hub.command(exportPerson, [], { email, json: true });
  const held = JSON.parse(printed) as { service: string; held: { table: string }[] }[];
  expect(held.find(({ service }) => service === 'identity')?.held.map(({ table }) => table)).toEqual([
    'person',
    'session',
    'api_key',
  ]);
  await hub.command(erasePerson, [], { email, yes: true });
  const personId = hub.personId(email);
  const hex = Buffer.from(personId, 'base64url').toString('hex');
  const left = Object.entries(await everything([])).filter(
    ([place, text]) => place !== 'log' && (text.includes(personId) || text.includes(hex)),
  );
  expect(left.map(([place]) => place)).toEqual([]);
  expect((await browser.post('/auth/token')).status).toBe(401);
  await waitUntil(async () => (await person.errors('{ viewer { mandates { id } } }')).length > 0, {
    what: 'the erased person is refused',
    timeoutMs: 6_000,
  });
});
