import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { token as tokenCommand } from '../../src/command-line/token.js';
import { withDatabase } from '../hub-process/hub-database.js';
import { GraphClient, mutationSource } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { Browser } from './browser.js';
import { followUntilClosed } from './follow-until-closed.js';
import { OidcServer } from './oidc-server.js';
import { SmtpInbox } from './smtp-inbox.js';
import { SoftwareAuthenticator } from './software-authenticator.js';

jest.setTimeout(120_000);

let folder: string;
let inbox: SmtpInbox;
let provider: OidcServer;
let hub: InProcessHub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oidc-'));
  [inbox, provider] = await Promise.all([SmtpInbox.start(), OidcServer.start()]);
  const settings = {
    id: 'works',
    name: 'Works',
    issuer: provider.issuer,
    clientId: 'hub',
    clientSecret: 'a secret',
    domains: ['works.example.org'],
  };
  const file = join(folder, 'oidc.json');
  await writeFile(file, JSON.stringify([settings]));
  hub = await InProcessHub.start({ SMTP_URL: inbox.url, HUB_OIDC_FILE: file });
  const administrator = await hub.administrator('owner@example.org');
  await administrator.succeed('createCoalition', { name: 'Followed', slug: 'followed' });
});

afterAll(async () => {
  await hub?.stop();
  await Promise.all([inbox?.stop(), provider?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const newBrowser = () => new Browser(hub.hub.url);

/** Asks for a link and gives what it carries. */
async function linkToken(email: string, nth = 1): Promise<string> {
  expect((await newBrowser().post('/auth/link', { email })).status).toBe(202);
  return new URL(await inbox.link(email, nth)).searchParams.get('token') ?? '';
}

async function signedIn(email: string): Promise<Browser> {
  const browser = newBrowser();
  const { status } = await browser.submit('/auth/link/use', { token: await linkToken(email) });
  expect(status).toBe(200);
  return browser;
}

const viewerOf = (token: string) =>
  new GraphClient(hub.url, token).query<{ viewer: { id: string } | null }>('{ viewer { id } }');

async function codeFor(token: string): Promise<string | undefined> {
  return (await new GraphClient(hub.url, token).errors('{ viewer { id } }'))[0]?.extensions.code;
}

const identity = <T extends object>(sql: string, values: unknown[] = []) =>
  hub.identityUrl().then((url) => withDatabase(url, (session) => session.query<T>(sql, values)));

describe('a link in a mail', () => {
  test('signs in once: a session, a token, the person', async () => {
    const token = await linkToken('ana@example.org');
    const browser = newBrowser();
    const opened = await browser.get(`/auth/link?token=${token}`);
    expect([opened.status, opened.text.includes('<form method="post"')]).toEqual([200, true]);
    const used = await browser.submit('/auth/link/use', { token });
    expect(used.status).toBe(200);
    expect(used.headers.getSetCookie()[0]).toMatch(/^hub_session=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    const access = await browser.token();
    expect(await viewerOf(access)).toEqual({ viewer: { id: hub.personId('ana@example.org') } });
    const { sub, sid, iat = 0, exp = 0 } = decodeJwt(access);
    expect([sub, typeof sid, exp - iat]).toEqual([hub.personId('ana@example.org'), 'string', 600]);
    const again = await newBrowser().submit('/auth/link/use', { token });
    expect([again.status, again.headers.getSetCookie()]).toEqual([400, []]);
  });

  test('of many who use it at the same moment one is signed in', async () => {
    const token = await linkToken('race@example.org');
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => newBrowser().post('/auth/link/use', { token })),
    );
    expect(uses.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)]);
  });

  test('does nothing after fifteen minutes, and is refused in the same words as an invented one', async () => {
    const token = await linkToken('late@example.org');
    const { rows } = await identity<{ seconds: number }>(
      `select max(extract(epoch from expires_at - clock_timestamp()))::int as seconds from verification`,
    );
    expect(rows[0]?.seconds).toBeGreaterThan(880);
    expect(rows[0]?.seconds).toBeLessThanOrEqual(900);
    await identity(`update verification set expires_at = clock_timestamp() - interval '1 second'`);
    const late = await newBrowser().post('/auth/link/use', { token });
    const invented = await newBrowser().post('/auth/link/use', { token: 'x'.repeat(32) });
    expect([late.status, late.text]).toEqual([400, invented.text]);
  });

  test('a page elsewhere cannot use one up, or ask for one', async () => {
    const token = await linkToken('careful@example.org');
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const used = await newBrowser().post('/auth/link/use', { token }, elsewhere);
    const older = await newBrowser().post('/auth/link/use', { token }, { origin: 'null' });
    expect([used.status, older.status]).toEqual([403, 403]);
    expect((await newBrowser().post('/auth/link/use', { token })).status).toBe(200);
  });

  test('one mailbox gets five mails in a quarter of an hour, and nobody is told that there were no more', async () => {
    const asked = await Promise.all(
      Array.from({ length: 9 }, () => newBrowser().post('/auth/link', { email: 'flooded@example.org' })),
    );
    expect(new Set(asked.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await inbox.link('flooded@example.org', 5);
    // Asked for after all of them: when it is there, a sixth would be too.
    await linkToken('afterwards@example.org');
    expect(inbox.countTo('flooded@example.org')).toBe(5);
  });

  test('what is no address, no JSON or too large is refused, and nobody is written to', async () => {
    const before = inbox.size;
    const asked = newBrowser();
    for (const email of [
      '',
      'no address',
      'a@example.org,b@example.org',
      'a@example.org\nBcc: b@example.org',
      7,
    ])
      expect([email, (await asked.post('/auth/link', { email })).status]).toEqual([email, 400]);
    expect((await asked.post('/auth/link', { email: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await asked.post('/auth/link', [])).status).toBe(400);
    expect((await asked.get('/auth/link/use')).status).toBe(405);
    expect(inbox.size).toBe(before);
  });
});

describe('sessions', () => {
  test('are listed with a word for the device; ending one ends its socket, stream and token within 5 s', async () => {
    const [phone, laptop] = [
      await signedIn('sessions@example.org'),
      await newSession('sessions@example.org', 2),
    ];
    const { json } = await laptop.get('/auth/sessions');
    expect(json.sessions.map(({ device }: { device: string }) => device)).toEqual([
      'Firefox on Android',
      'Firefox on Android',
    ]);
    const other = json.sessions.find(({ current }: { current: boolean }) => !current);
    const [lost, kept] = [await phone.token(), await laptop.token()];
    const closed = await followUntilClosed(hub.url, lost, 'followed');
    const begun = performance.now();
    expect((await laptop.delete(`/auth/sessions/${other.id}`)).status).toBe(200);
    expect(await closed.ended).toEqual({ code: 4403, streamEnded: true });
    const seconds = (performance.now() - begun) / 1000;
    console.log(`socket and stream ended ${seconds.toFixed(2)} s after their session`);
    expect(seconds).toBeLessThan(5);
    expect(await codeFor(lost)).toBe('UNAUTHENTICATED');
    expect((await phone.post('/auth/token')).status).toBe(401);
    expect(await viewerOf(kept)).toEqual({ viewer: { id: hub.personId('sessions@example.org') } });
    expect((await phone.delete(`/auth/sessions/${other.id}`)).status).toBe(401);
  });

  test('one that another process ends reaches the socket within 5 s too', async () => {
    const browser = await signedIn('elsewhere@example.org');
    const token = await browser.token();
    const closed = await followUntilClosed(hub.url, token, 'followed');
    const begun = performance.now();
    await identity('delete from session where id = $1', [decodeJwt(token)['sid']]);
    expect(await closed.ended).toEqual({ code: 4403, streamEnded: true });
    const seconds = (performance.now() - begun) / 1000;
    console.log(`ended by another process: ${seconds.toFixed(2)} s`);
    expect(seconds).toBeLessThan(5);
  });

  test('nobody sees or ends those of others; all of one’s own can be ended at once', async () => {
    const [ben, eve] = [await signedIn('ben@example.org'), await signedIn('eve@example.org')];
    const [{ id }] = (await ben.get('/auth/sessions')).json.sessions;
    const foreign = await eve.delete(`/auth/sessions/${id}`);
    const invented = await eve.delete('/auth/sessions/4e5c1d6e-0000-4000-8000-000000000000');
    expect([foreign.status, foreign.text]).toEqual([404, invented.text]);
    const token = await ben.token();
    expect((await newBrowser().delete('/auth/sessions')).status).toBe(401);
    expect((await ben.delete('/auth/sessions')).status).toBe(200);
    expect([(await ben.post('/auth/token')).status, await codeFor(token)]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await eve.post('/auth/token')).status).toBe(200);
  });

  test('signing out ends the session and takes the cookie back', async () => {
    const browser = await signedIn('leaving@example.org');
    const token = await browser.token();
    expect((await browser.post('/auth/sign-out')).status).toBe(200);
    expect(browser.cookie('hub_session')).toBeUndefined();
    expect(await codeFor(token)).toBe('UNAUTHENTICATED');
  });

  test('the owner’s tokens for scripts are sessions, too', async () => {
    const script = await hub.person('script@example.org');
    const browser = await signedIn('script@example.org');
    const { json } = await browser.get('/auth/sessions');
    const made = json.sessions.find(({ device }: { device: string }) => device === 'Command line');
    expect(await viewerOf(script.token ?? '')).toEqual({
      viewer: { id: hub.personId('script@example.org') },
    });
    await browser.delete(`/auth/sessions/${made.id}`);
    expect(await codeFor(script.token ?? '')).toBe('UNAUTHENTICATED');
  });
});

async function newSession(email: string, nth: number): Promise<Browser> {
  const browser = newBrowser();
  await browser.submit('/auth/link/use', { token: await linkToken(email, nth) });
  return browser;
}

describe('passkeys', () => {
  const device = (verifies = true) =>
    new SoftwareAuthenticator(hub.hub.url.replace('127.0.0.1', 'localhost'), 'localhost', verifies);

  async function register(browser: Browser, authenticator: SoftwareAuthenticator) {
    const options = await browser.post('/auth/passkeys/registration');
    expect([options.json.user.name, options.text.includes('hub.invalid')]).toEqual(['Coalition Hub', false]);
    return browser.post('/auth/passkeys', { response: authenticator.create(options.json) });
  }

  test('are made when signed in, and sign in without an address', async () => {
    const [owner, authenticator] = [await signedIn('passkey@example.org'), device()];
    expect((await register(owner, authenticator)).status).toBe(201);
    const elsewhere = newBrowser();
    const { json: options } = await elsewhere.post('/auth/passkeys/challenge');
    expect([options.userVerification, options.allowCredentials ?? []]).toEqual(['required', []]);
    const response = authenticator.get(options);
    expect((await elsewhere.post('/auth/passkeys/sign-in', { response })).status).toBe(200);
    expect(await viewerOf(await elsewhere.token())).toEqual({
      viewer: { id: hub.personId('passkey@example.org') },
    });
    // The challenge is used up.
    expect((await elsewhere.post('/auth/passkeys/sign-in', { response })).status).toBe(400);
    const [{ id, device: word }] = (await owner.get('/auth/passkeys')).json.passkeys;
    expect(word).toBe('Firefox on Android');
    expect((await owner.delete(`/auth/passkeys/${id}`)).status).toBe(200);
    const again = newBrowser();
    const { json: later } = await again.post('/auth/passkeys/challenge');
    const removed = await again.post('/auth/passkeys/sign-in', { response: authenticator.get(later) });
    expect([removed.status, removed.json.error.code]).toEqual([400, 'PASSKEY_NOT_VALID']);
  });

  test('a copy of the device that counts on its own is found out', async () => {
    const [owner, authenticator] = [await signedIn('copied@example.org'), device()];
    await register(owner, authenticator);
    const signInOnce = async () => {
      const browser = newBrowser();
      const { json } = await browser.post('/auth/passkeys/challenge');
      return (await browser.post('/auth/passkeys/sign-in', { response: authenticator.get(json) })).status;
    };
    expect([await signInOnce(), await signInOnce()]).toEqual([200, 200]);
    authenticator.startOver();
    expect(await signInOnce()).toBe(400);
  });

  test('a foreign signature, an unchecked holder, another origin or rubbish: the same refusal', async () => {
    const [owner, authenticator] = [await signedIn('forged@example.org'), device()];
    await register(owner, authenticator);
    const unchecked = await register(owner, device(false));
    expect(unchecked.status).toBe(400);
    const stranger = new SoftwareAuthenticator('https://elsewhere.example', 'localhost');
    expect((await register(owner, stranger)).status).toBe(400);
    const told = new Set<string>();
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const answer of [
      (options: { challenge: string }) => authenticator.get(options, privateKey),
      (options: { challenge: string }) => stranger.get(options),
      () => authenticator.get({ challenge: 'aW52ZW50ZWQ' }),
      () => ({ id: 7 }),
      () => ({}),
    ]) {
      const browser = newBrowser();
      const { json } = await browser.post('/auth/passkeys/challenge');
      const { status, text } = await browser.post('/auth/passkeys/sign-in', { response: answer(json) });
      told.add(`${status} ${text}`);
    }
    expect(told.size).toBe(1);
    expect((await newBrowser().post('/auth/passkeys/registration')).status).toBe(401);
  });

  test('a new way to sign in needs a session of the last day', async () => {
    const browser = await signedIn('stale@example.org');
    await identity(
      `update session set created_at = created_at - interval '25 hours'
        where id = $1`,
      [decodeJwt(await browser.token())['sid']],
    );
    for (const path of ['/auth/passkeys/registration', '/auth/api-keys'])
      expect((await browser.post(path, { name: 'stale' })).json.error.code).toBe('SESSION_NOT_FRESH');
  });
});

describe('API keys', () => {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  test('give tokens until they are ended; what is kept does not give the key away', async () => {
    const [owner, other] = [await signedIn('keys@example.org'), await signedIn('other@example.org')];
    const made = await owner.post('/auth/api-keys', { name: 'Nightly export' });
    const { key, id } = made.json;
    expect([made.status, key]).toEqual([201, expect.stringMatching(/^hubkey_[\w-]{43}$/)]);
    const { json } = await newBrowser().post('/auth/token', {}, bearer(key));
    expect(await viewerOf(json.token)).toEqual({ viewer: { id: hub.personId('keys@example.org') } });
    const listed = await owner.get('/auth/api-keys');
    expect(listed.json.apiKeys).toEqual([
      {
        id,
        name: 'Nightly export',
        prefix: key.slice(0, 13),
        readOnly: false,
        since: expect.any(String),
        lastUsedAt: expect.any(String),
      },
    ]);
    const { rows } = await identity<{ kept: string }>('select api_key::text as kept from api_key');
    expect(rows.some(({ kept }) => kept.includes(key))).toBe(false);
    expect((await other.delete(`/auth/api-keys/${id}`)).status).toBe(404);
    expect((await owner.delete(`/auth/api-keys/${id}`)).status).toBe(200);
    expect((await newBrowser().post('/auth/token', {}, bearer(key))).status).toBe(401);
    expect(await codeFor(json.token)).toBe('UNAUTHENTICATED');
  });

  test('that only read do not change anything', async () => {
    const owner = await signedIn('reader@example.org');
    const { key } = (await owner.post('/auth/api-keys', { name: 'Reads', readOnly: true })).json;
    const { token } = (await newBrowser().post('/auth/token', {}, bearer(key))).json;
    const reader = new GraphClient(hub.url, token);
    expect(await reader.query('{ viewer { id } }')).toEqual({
      viewer: { id: hub.personId('reader@example.org') },
    });
    const [error] = await reader.errors(mutationSource('createCoalition'), { input: { name: 'Not made' } });
    expect(error).toMatchObject({
      message: 'This access token may not be used for that.',
      extensions: { code: 'FORBIDDEN' },
    });
    const { printed } = await hub.command(tokenCommand, [], {
      email: 'reader@example.org',
      'read-only': true,
    });
    const script = new GraphClient(hub.url, printed.trim());
    const codes = (await script.errors(mutationSource('createCoalition'), { input: { name: 'No' } })).map(
      ({ extensions }) => extensions.code,
    );
    expect(codes).toEqual(['FORBIDDEN']);
  });

  test('are nobody’s without a session, have a name without an address, and are not too many', async () => {
    expect((await newBrowser().post('/auth/api-keys', { name: 'x' })).status).toBe(401);
    const owner = await signedIn('many@example.org');
    for (const name of ['', ' ', 'x'.repeat(101), 'many@example.org', 7])
      expect((await owner.post('/auth/api-keys', { name })).status).toBe(400);
    await identity(
      `insert into api_key (id, user_id, name, prefix, hash, read_only)
       select gen_random_uuid()::text, user_id, 'filler', 'hubkey_', sha256(random()::text::bytea), false
         from session, generate_series(1, 48) where session.id = $1`,
      [decodeJwt(await owner.token())['sid']],
    );
    const more = await Promise.all(
      [1, 2, 3, 4].map((n) => owner.post('/auth/api-keys', { name: `more ${n}` })),
    );
    expect(more.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  });
});

describe('an organisation’s own sign-in', () => {
  const verified = { email: 'Worker@works.example.org', email_verified: true };

  async function attempt(claims: object, browser = newBrowser()) {
    const { json } = await browser.post('/auth/oidc/works');
    provider.claims = { ...claims };
    return { browser, back: await browser.get(provider.visit(json.location), { accept: 'text/html' }) };
  }

  test('signs in whom it vouches for', async () => {
    expect((await newBrowser().get('/auth/oidc')).json).toEqual({
      providers: [{ id: 'works', name: 'Works' }],
    });
    const { browser, back } = await attempt(verified);
    expect(back.status).toBe(200);
    expect(await viewerOf(await browser.token())).toEqual({
      viewer: { id: hub.personId('worker@works.example.org') },
    });
  });

  test('not for other domains, unverified addresses, another browser or other nonces', async () => {
    for (const claims of [
      { email: 'owner@example.org', email_verified: true },
      { email: 'x@evil.org@works.example.org.evil.org', email_verified: true },
      { ...verified, email_verified: false },
      { ...verified, email_verified: 'true' },
      { email_verified: true },
      { ...verified, nonce: 'another' },
      { ...verified, aud: 'another' },
    ]) {
      const { browser, back } = await attempt(claims);
      expect([back.status, browser.cookie('hub_session')]).toEqual([400, undefined]);
    }
    const { json } = await newBrowser().post('/auth/oidc/works');
    provider.claims = verified;
    expect((await newBrowser().get(provider.visit(json.location))).status).toBe(400);
    expect((await newBrowser().post('/auth/oidc/nobody')).status).toBe(404);
  });
});

describe('what is kept', () => {
  test('no table and no log line holds an address, a network address or a browser’s description', async () => {
    const url = await hub.identityUrl();
    const kept = await withDatabase(url, async (session) => {
      const { rows } = await session.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public'`,
      );
      const texts = [];
      for (const { name } of rows) {
        const { rows: all } = await session.query<{ row: string }>(`select t::text as row from "${name}" t`);
        texts.push(...all.map(({ row }) => `${name}: ${row}`));
      }
      return texts;
    });
    expect(kept.length).toBeGreaterThan(50);
    const leaks = [...kept, ...hub.logged].filter((text) =>
      /example\.org|127\.0\.0\.1|Mozilla|Gecko/i.test(text),
    );
    expect(leaks.filter((text) => !text.includes('PostgreSQL started'))).toEqual([]);
    const other = hub.logged.filter((line) => JSON.parse(line).level >= 50);
    expect(other).toEqual([]);
  });
});
