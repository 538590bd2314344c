import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { administratorLink } from '../../src/command-line/administrator-link.js';
import { rotateTokenKeys } from '../../src/command-line/rotate-token-keys.js';
import { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { Browser } from './browser.js';
import { linkIn } from './smtp-inbox.js';

jest.setTimeout(120_000);

let hub: InProcessHub;

beforeAll(async () => {
  hub = await InProcessHub.start();
});

afterAll(() => hub?.stop());

const newBrowser = () => new Browser(hub.hub.url);

/** The address in the line for the owner that begins so. */
function notice(beginning: string): string {
  const found = hub.hub.notices.find((line) => line.startsWith(beginning));
  return /https?:\S+/.exec(found ?? '')?.[0] ?? '';
}

const rolesOf = async (browser: Browser) => {
  const query = '{ viewer { id roles { role } } }';
  const client = new GraphClient(hub.url, await browser.token());
  return (await client.query<{ viewer: { roles: { role: string }[] } }>(query)).viewer.roles;
};

const keysOfHub = async () => {
  const { json } = await newBrowser().get('/.well-known/jwks.json');
  return json.keys.map(({ kid }: { kid: string }) => kid) as string[];
};

test('the link that the first start prints makes one administrator, whoever else tries', async () => {
  const link = new URL(notice('Become administrator'));
  const key = link.searchParams.get('key') ?? '';
  expect((await newBrowser().get(link.href)).text).toContain('type="email"');
  const guessed = await newBrowser().post('/auth/administrator', {
    key: `${key}x`,
    email: 'mallory@example.org',
  });
  expect(guessed.status).toBe(400);
  const tries = ['first@example.org', 'second@example.org', 'third@example.org'].map(async (email) => {
    const browser = newBrowser();
    const { status } = await browser.post('/auth/administrator', { key, email });
    return { browser, status };
  });
  const done = await Promise.all(tries);
  expect(done.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  const winner = done.find(({ status }) => status === 200);
  expect(winner && (await rolesOf(winner.browser))).toEqual([{ role: 'ADMINISTRATOR' }]);
  // A refused key says the same, used or never there.
  const again = await newBrowser().post('/auth/administrator', { key, email: 'late@example.org' });
  expect([again.status, again.text]).toEqual([400, guessed.text]);
});

test('the owner can have another link; it ends those before it', async () => {
  const [first, second] = [
    await hub.command(administratorLink, []),
    await hub.command(administratorLink, []),
  ];
  const use = (printed: string, email: string) =>
    newBrowser().post('/auth/administrator', { key: new URL(printed.trim()).searchParams.get('key'), email });
  expect((await use(first.printed, 'fourth@example.org')).status).toBe(400);
  expect((await use(second.printed, 'fourth@example.org')).status).toBe(200);
});

test('mails stay in a page for whoever has its key; without it nothing is there', async () => {
  await newBrowser().post('/auth/link', { email: 'local@example.org' });
  const mailbox = notice('Mails stay here');
  const kept = async () => (await newBrowser().get(mailbox)).text;
  const { waitUntil } = await import('@coalition-hub/testkit');
  await waitUntil(async () => (await kept()).includes('local@example.org'), { what: 'the mail' });
  const token = new URL(linkIn(await kept())).searchParams.get('token') ?? '';
  expect((await newBrowser().post('/auth/link/use', { token })).status).toBe(200);
  for (const path of ['/mailbox', '/mailbox?key=', `${new URL(mailbox).pathname}?key=guessed`])
    expect([path, await answerWithoutIds(path)]).toEqual([path, await answerWithoutIds('/nothing-here')]);
  expect(hub.logged.filter((line) => line.includes('example.org'))).toEqual([]);
  expect(hub.logged.some((line) => line.includes('/auth/link?token='))).toBe(true);
});

async function answerWithoutIds(path: string, { url } = hub.hub): Promise<unknown> {
  const { status, text, headers } = await new Browser(url).get(path);
  const names = [...headers.keys()];
  return [status, text.replace(/[0-9a-f-]{36}/g, 'id'), names];
}

test.each([
  ['SMTP_URL', 'smtp://127.0.0.1:9'],
  ['PUBLIC_URL', 'https://hub.example.org'],
])('with %s there is no mailbox page, and cookies fit the address', async (name, value) => {
  const other = await InProcessHub.start({ [name]: value });
  try {
    expect(other.hub.notices.some((line) => line.includes('/mailbox'))).toBe(false);
    const at = { ...other.hub, url: other.localUrl };
    expect(await answerWithoutIds('/mailbox?key=any', at)).toEqual(await answerWithoutIds('/nothing', at));
    const { headers } = await new Browser(other.localUrl).post('/auth/passkeys/challenge');
    const cookie = headers.getSetCookie()[0] ?? '';
    if (name === 'PUBLIC_URL')
      expect(cookie).toMatch(/^__Host-hub_passkey=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    else expect(cookie).toMatch(/^hub_passkey=.*Path=\/; HttpOnly; SameSite=Lax$/);
  } finally {
    await other.stop();
  }
});

test('at an address of the local network cookies go without TLS, and only its own pages count', async () => {
  const other = await InProcessHub.start({ PUBLIC_URL: 'http://192.0.2.7:4000' });
  try {
    const from = (origin: string) =>
      new Browser(other.localUrl).post('/auth/passkeys/challenge', {}, { origin });
    const { headers, status } = await from('http://192.0.2.7:4000');
    expect(status).toBe(200);
    expect(headers.getSetCookie()[0]).toMatch(/^hub_passkey=.*Path=\/; HttpOnly; SameSite=Lax$/);
    for (const origin of [
      'http://localhost:4000',
      'http://127.0.0.1:4000',
      'https://192.0.2.7:4000',
      'http://192.0.2.7',
    ])
      expect([origin, (await from(origin)).status]).toEqual([origin, 403]);
  } finally {
    await other.stop();
  }
});

test('keys are replaced beside a running hub: tokens of the last one go on, or end at once', async () => {
  const person = await hub.person('rotated@example.org');
  const mine = '{ viewer { id } }';
  const before = await keysOfHub();
  await hub.command(rotateTokenKeys, []);
  const later = await hub.person('later@example.org');
  expect(await later.query(mine)).toEqual({ viewer: { id: hub.personId('later@example.org') } });
  expect(await person.query(mine)).toEqual({ viewer: { id: hub.personId('rotated@example.org') } });
  const after = await keysOfHub();
  expect([after.length, after]).toEqual([before.length + 1, expect.arrayContaining(before)]);
  await hub.command(rotateTokenKeys, [], { 'end-tokens': true });
  const latest = await hub.person('latest@example.org');
  expect(await latest.query(mine)).toEqual({ viewer: { id: hub.personId('latest@example.org') } });
  for (const ended of [person, later])
    expect((await ended.errors(mine))[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
