import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BadSettings, readConfig } from '../../src/config.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const good = {
  id: 'works',
  name: 'Works',
  issuer: 'https://login.example.org',
  clientId: 'hub',
  clientSecret: 'very secret',
  domains: ['Works.example.org'],
};

async function oidcFile(content: unknown): Promise<string> {
  const file = join(folder, 'oidc.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.faults;
    throw error;
  }
}

test('settings of sign-in are read; domains ignore case', async () => {
  const config = readConfig({
    SMTP_URL: 'smtps://mail.example.org',
    HUB_PROXIES: '1',
    HUB_OIDC_FILE: await oidcFile([good]),
  });
  expect([config.smtpUrl, config.proxies]).toEqual(['smtps://mail.example.org', 1]);
  expect(config.oidcProviders).toEqual([{ ...good, domains: ['works.example.org'] }]);
});

test('all their faults are told at once, and no secret with them', async () => {
  const bad = [good, { ...good, issuer: 'http://login.example.org', domains: [], id: 'A b' }, good, 7, null];
  const faults = faultsOf({
    SMTP_URL: 'mail.example.org',
    HUB_PROXIES: 'many',
    HUB_OIDC_FILE: await oidcFile(bad),
  });
  expect(faults).toHaveLength(8);
  expect(faults.join()).toMatch(/SMTP_URL.*HUB_PROXIES.*entry 2.*entry 4.*entry 5.*same "id"/s);
  expect(faults.join()).not.toContain('very secret');
});

test.each(['', '{', '{}', '"x"'])('a file that is no list is refused: %j', async (content) => {
  expect(faultsOf({ HUB_OIDC_FILE: await oidcFile(content) })).toHaveLength(1);
  expect(faultsOf({ HUB_OIDC_FILE: join(folder, 'not-there.json') })).toHaveLength(1);
});
