import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadStatement } from '@coalition-hub/client';
import { createGuardedFolder, type GuardedFolder } from '@coalition-hub/testkit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { documents } from '../src/command-line/documents.js';
import { documentId } from '../src/documents/manifest.js';
import { readRegisteredDocuments } from '../src/documents/registered-documents.js';
import { BadSettings, readConfig } from '../src/index.js';
import { repository } from './hub-process/hub-process.js';
import { InProcessHub } from './whole-hub/in-process-hub.js';

let folder: GuardedFolder;

beforeEach(async () => {
  folder = await createGuardedFolder();
});

afterEach(() => folder.remove());

function settings(changes: Readonly<Record<string, string>> = {}) {
  return {
    HUB_DATA_DIR: join(folder.path, 'data'),
    HUB_DOCUMENTS: join(folder.path, 'documents'),
    ...changes,
  };
}

/** @returns the ids that were printed */
async function register(files: readonly string[], values = {}): Promise<string[]> {
  const printed: string[] = [];
  await documents.run({
    config: readConfig(settings()),
    values,
    positionals: files,
    print: (line) => void printed.push(line),
    write: async () => undefined,
    say: () => undefined,
  });
  return printed;
}

async function written(name: string, content: string): Promise<string> {
  const file = join(folder.path, name);
  await writeFile(file, content);
  return file;
}

async function registered(changes = {}): Promise<string[]> {
  const { byId } = await readRegisteredDocuments(readConfig(settings(changes)));
  return [...byId.values()].sort();
}

describe('documents', () => {
  test('are registered from files and manifests, by the name of whoever sends them', async () => {
    const [one, other] = ['{ viewer { __typename } }\n', '{ coalitions { totalCount } }'];
    const manifest = JSON.stringify({ [documentId(one).slice('sha256:'.length)]: one });
    expect(await register([await written('one.json', manifest)])).toEqual([documentId(one)]);
    expect(await register([await written('other.graphql', other)], { name: 'portal' })).toEqual([
      documentId(other),
    ]);
    expect(await registered()).toEqual([other, one].sort());
    await register([await written('one.graphql', one)], { name: 'portal' });
    expect(await registered()).toEqual([one]);
  });

  test.each([
    ['a document that the schema does not allow', 'wrong.graphql', '{ nothing }', /nothing/],
    ['what is no document', 'broken.graphql', '{', /Syntax Error/],
    ['an id that is not that of its document', 'wrong.json', '{"sha256:00":"{ __typename }"}', /neither/],
    ['what is no manifest', 'list.json', '["{ __typename }"]', /neither/],
  ])('%s is not registered, and nothing with it', async (_, name, content, told) => {
    const good = await written('good.graphql', '{ __typename }');
    await expect(register([good, await written(name, content)])).rejects.toThrow(told);
    expect(await registered()).toEqual([]);
  });

  test('that are damaged, or missing where nothing else is run, keep the hub from starting', async () => {
    await expect(registered({ HUB_OPERATIONS: 'trusted' })).rejects.toThrow(/no documents are registered/);
    await mkdir(settings().HUB_DOCUMENTS);
    await writeFile(join(settings().HUB_DOCUMENTS, 'x.json'), '{"sha256:00":"{ __typename }"}');
    await expect(registered()).rejects.toThrow(/register them again/);
  });

  test('GraphiQL sends what nobody registers', () => {
    const trusted = { HUB_OPERATIONS: 'trusted' };
    expect(readConfig(trusted).graphiql).toBe(false);
    expect(() => readConfig({ ...trusted, HUB_GRAPHIQL: 'on' })).toThrow(BadSettings);
  });
});

test('a hub that trusts registered documents serves the client, and nothing else', async () => {
  const manifest = join(repository, 'packages', 'client', 'dist', 'documents.json');
  await register([manifest], { name: 'client' });
  const hub = await InProcessHub.start({
    HUB_OPERATIONS: 'trusted',
    HUB_DOCUMENTS: settings().HUB_DOCUMENTS,
  });
  try {
    const signedOut = hub.signedOut();
    const text = print(ReadStatement as never);
    expect(JSON.parse(await readFile(manifest, 'utf8'))).toHaveProperty([documentId(text)], text);
    expect(await signedOut.query(text, { slug: 'none' })).toEqual({ statement: null });
    const byId = await post(hub.url, { documentId: documentId(text), variables: { slug: 'none' } });
    expect(byId).toEqual({ status: 200, body: { data: { statement: null } } });
    const administrator = await hub.administrator('admin@example.org');
    const unregistered = [
      '{ __typename }',
      '{ __schema { queryType { name } } }',
      'mutation { registerOrganisation(input: { name: "A", country: "ES" }) { __typename } }',
    ];
    for (const client of [signedOut, administrator])
      for (const query of unregistered)
        expect((await client.errors(query)).map(({ extensions }) => extensions.code)).toEqual([
          'OPERATION_NOT_REGISTERED',
        ]);
    const page = await fetch(hub.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).not.toMatch(/html/);
  } finally {
    await hub.stop();
  }
}, 120_000);

async function post(url: string, body: object): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}
