import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { repository } from '../hub-process/hub-process.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { Browser } from './browser.js';
import { linkIn, SmtpInbox } from './smtp-inbox.js';

jest.setTimeout(60_000);

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

async function linkToken(email: string, nth = 1): Promise<string> {
  await newBrowser().post('/auth/link', { email });
  return new URL(await inbox.link(email, nth)).searchParams.get('token') ?? '';
}

async function signedIn(email: string): Promise<Browser> {
  const browser = newBrowser();
  await browser.post('/auth/link/use', { token: await linkToken(email) });
  return browser;
}

/** Whatever the documentation says can be asked for in a way that changes something. */
async function documentedRequests(): Promise<{ method: string; path: string }[]> {
  const text = await readFile(join(repository, 'docs/signing-in.md'), 'utf8');
  const named = [...text.matchAll(/`(GET`, `)?(POST|DELETE) (\/auth\/[\w/-]+)/g)];
  return named.map(([, , method = '', path = '']) => ({ method, path: path.replace(/\bID$/, 'some-id') }));
}

describe('another site', () => {
  let owners = 0;

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    // A page whose name was made to lead to this machine.
    { origin: 'http://elsewhere.example:4000', 'sec-fetch-site': 'same-origin' },
  ])('that sends %j changes nothing, at no address', async (headers) => {
    owners += 1;
    const owner = await signedIn(`owner${owners}@example.org`);
    const requests = await documentedRequests();
    expect(requests.length).toBeGreaterThanOrEqual(14);
    for (const { method, path } of requests) {
      const answer = await owner.send(method, path, { name: 'x' }, headers);
      expect([method, path, answer.status, answer.json?.error.code]).toEqual([
        method,
        path,
        403,
        'CSRF_PREVENTED',
      ]);
    }
    expect((await owner.get('/auth/sessions')).json.sessions).toHaveLength(1);
  });

  test('gets nobody to be sent elsewhere', async () => {
    const elsewhere = 'https%3A%2F%2Felsewhere.example';
    const token = await linkToken('redirected@example.org');
    for (const path of [
      `/auth/link?token=${token}&`,
      '/auth/administrator?',
      '/mailbox?',
      '/auth/oidc/callback/x?',
    ]) {
      const answer = await newBrowser().get(
        `${path}callbackURL=${elsewhere}&redirect=${elsewhere}&next=${elsewhere}`,
      );
      expect([answer.headers.get('location'), answer.text.includes('elsewhere')]).toEqual([null, false]);
    }
    const body = {
      token,
      callbackURL: 'https://elsewhere.example',
      newUserCallbackURL: 'https://elsewhere.example',
    };
    const used = await newBrowser().post('/auth/link/use', body);
    expect([used.status, used.headers.get('location')]).toEqual([200, null]);
  });

  test('cannot show our pages inside its own, or learn from where somebody comes', async () => {
    for (const path of [
      '/auth/link?token="><script>alert(1)</script>',
      '/auth/administrator?key="><img src=x>',
    ]) {
      const { headers, text } = await newBrowser().get(path);
      expect(text).not.toMatch(/<script|<img/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).toContain("script-src 'none'");
      expect(headers.get('referrer-policy')).toBe('strict-origin');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

test('a session that was put into a browser before is not the one that signs in', async () => {
  const [eve, victim] = [await signedIn('eve@example.org'), newBrowser()];
  const planted = eve.cookie('hub_session') ?? '';
  victim.plant('hub_session', planted);
  await victim.post('/auth/link/use', { token: await linkToken('victim@example.org') });
  expect(victim.cookie('hub_session')).not.toBe(planted);
  expect((await eve.get('/auth/sessions')).json.sessions).toHaveLength(1);
  const forged = newBrowser();
  for (const value of [decodeURIComponent(planted).split('.')[0] ?? '', `${planted}x`, 'x', '']) {
    forged.plant('hub_session', value);
    expect((await forged.post('/auth/token')).status).toBe(401);
  }
});

describe('a mail', () => {
  /** Sends with a `Host` of its own, which `fetch` would not. */
  function askAs(host: string, email: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const headers = {
        host,
        'content-type': 'application/json',
        'x-forwarded-host': host,
        forwarded: `host=${host}`,
      };
      const outgoing = request(`${hub.hub.url}/auth/link`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      outgoing.once('error', reject);
      outgoing.end(JSON.stringify({ email }));
    });
  }

  test('leads to this hub, whatever the request called it', async () => {
    expect(await askAs('elsewhere.example', 'poisoned@example.org')).toBe(202);
    expect(new URL(await inbox.link('poisoned@example.org')).origin).toBe(hub.hub.url);
    expect(inbox.textTo('poisoned@example.org')).not.toContain('elsewhere');
  });

  test('goes to the mailbox by which the person is known, not to one that looks like it', async () => {
    await newBrowser().post('/auth/link', { email: 'ｌook@EXAMPLE\uFF0Eorg' });
    expect(await inbox.link('look@example.org')).toContain('/auth/link?token=');
    expect(hub.personId('ｌook@EXAMPLE\uFF0Eorg')).toBe(hub.personId('look@example.org'));
  });

  test('says that a machine wrote it, and has the headers that we wrote and no others', async () => {
    const smuggled = [
      '"x\r\nBcc: eve@example.org"@example.org',
      'x%0d%0aBcc:eve@example.org',
      'a@example.org\nSubject: x',
    ];
    for (const email of smuggled) await newBrowser().post('/auth/link', { email });
    await linkToken('plain@example.org');
    const head = inbox.textTo('plain@example.org').split('\r\n\r\n')[0] ?? '';
    const names = head
      .split('\r\n')
      .filter((line) => /^\S/.test(line))
      .map((line) => line.split(':')[0]);
    expect(new Set(names)).toEqual(
      new Set([
        'From',
        'To',
        'Subject',
        'Auto-Submitted',
        'Message-ID',
        'Date',
        'MIME-Version',
        'Content-Type',
        'Content-Transfer-Encoding',
      ]),
    );
    expect(inbox.countTo('eve@example.org')).toBe(1);
  });

  test('with a tag shares the allowance of the mailbox', async () => {
    for (let n = 0; n < 8; n += 1)
      await newBrowser().post('/auth/link', { email: `bombed+${n}@example.org` });
    const sent = () =>
      Array.from({ length: 8 }, (_, n) => inbox.countTo(`bombed+${n}@example.org`)).reduce(
        (sum, n) => sum + n,
      );
    await waitUntil(() => sent() >= 5, { what: 'five mails' });
    // Asked for after all of them: when it is there, a sixth would be too.
    await linkToken('after-the-bombs@example.org');
    expect(sent()).toBe(5);
  });
});

test('neither a key for scripts nor an access token opens what a session opens', async () => {
  const owner = await signedIn('scripts@example.org');
  const { key } = (await owner.post('/auth/api-keys', { name: 'Script' })).json;
  for (const credential of [key, await owner.token()]) {
    const headers = { authorization: `Bearer ${credential}` };
    for (const path of ['/auth/sessions', '/auth/api-keys', '/auth/passkeys'])
      expect((await newBrowser().get(path, headers)).status).toBe(401);
    for (const path of ['/auth/api-keys', '/auth/passkeys/registration'])
      expect((await newBrowser().post(path, { name: 'x' }, headers)).status).toBe(401);
  }
  const access = { authorization: `Bearer ${await owner.token()}` };
  expect((await newBrowser().post('/auth/token', {}, access)).status).toBe(401);
});

test('a body that is too large, of another kind or none is refused everywhere, with and without its length', async () => {
  const large = JSON.stringify({ email: 'x'.repeat(70_000) });
  const json = { 'content-type': 'application/json' };
  const kinds = [
    { status: 413, headers: json, body: () => large },
    { status: 413, headers: json, body: () => new Blob([large]).stream() },
    { status: 400, headers: { 'content-type': 'text/plain' }, body: () => '<a/>' },
    { status: 400, headers: { ...json, 'content-encoding': 'gzip' }, body: () => 'x' },
  ];
  for (const { method, path } of await documentedRequests()) {
    for (const { status, headers, body } of kinds) {
      const sent = { method, headers, body: body(), duplex: 'half' } as RequestInit;
      const answer = await fetch(`${hub.hub.url}${path}`, sent);
      expect([path, answer.status]).toEqual([path, status]);
    }
  }
});

test('what programs that look through mail do with a link does not use it up', async () => {
  const token = await linkToken('scanned@example.org');
  const path = `/auth/link?token=${token}`;
  for (const method of ['GET', 'GET', 'HEAD', 'OPTIONS'])
    await newBrowser().send(method, path, undefined, { 'user-agent': 'Scanner/1.0', purpose: 'prefetch' });
  expect(linkIn(`${hub.hub.url}${path}`)).toContain(token);
  expect((await newBrowser().post('/auth/link/use', { token })).status).toBe(200);
});

test('nothing of all this was an error of ours', () => {
  expect(hub.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
