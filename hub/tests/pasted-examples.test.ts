import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { repository } from './hub-process/hub-process.js';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(300_000);

let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await hub.ready();
  const folder = await bench.folder();
  environment = { HUB_URL: hub.url, HUB_DATA_DIR: hub.dataDir, HOME: folder, TMPDIR: folder };
}, 180_000);

/** Everything that a page offers to be pasted, of the sections that are named; of all unless told. */
async function pasted(page: string, titles?: readonly string[]): Promise<string> {
  const text = await readFile(join(repository, page), 'utf8');
  const sections = text.split(/^(?=## )/m);
  const chosen = titles?.map(
    (title) => sections.find((section) => section.startsWith(`## ${title}\n`)) ?? '',
  );
  return (chosen ?? sections)
    .flatMap((section) => [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, source = '']) => source))
    .join('\n');
}

async function run(...scripts: string[]) {
  const ending = await bench.run(
    ['bash', '-c', ['set -e', `cd "${repository}"`, ...scripts].join('\n')],
    environment,
  );
  expect(ending).toMatchObject({ code: 0, stdout: expect.not.stringContaining('"errors"') });
  return ending;
}

test('the first query and the first signature of the README', async () => {
  const { stdout } = await run(await pasted('README.md', ['A first query', 'A first signature']));
  expect(stdout).toContain('"totalCount": 108');
  expect(stdout).toContain('"nameAsSigned": "My organisation"');
  expect(stdout).not.toContain('"message"');
});

test('a second key is told that the organisation has signed, and another digest that it is unknown', async () => {
  const whole = await pasted('README.md', ['A first query', 'A first signature']);
  const ask = whole.slice(0, whole.indexOf('\n\n'));
  const own = whole
    .slice(whole.indexOf('export TOKEN'))
    .replaceAll('My organisation', 'Another organisation');
  const request = own
    .slice(own.lastIndexOf('ask <<END'))
    .replaceAll('my-first-signature', 'my-second-signature');
  const first = own.replaceAll('my-first-signature', 'another-first-signature');
  const { stdout } = await run(ask, first, request, 'DIGEST=$(tr 0-4 7 <<< "$DIGEST")', request);
  expect(stdout.match(/"code": "\w+"/g)).toEqual(['"code": "ALREADY_SIGNED"', '"code": "REVISION_UNKNOWN"']);
});

test('a statement from beginning to end', async () => {
  const ask = await pasted('README.md', ['A first query']);
  const { stdout, stderr } = await run(ask, await pasted('docs/coordinating.md'));
  expect(stdout).not.toContain('"message"');
  expect(stdout).toContain('"state": "OPEN"');
  expect(stdout).toContain('This was a dry run: nothing was entered.');
  expect(stdout).toMatch(/"delivery": \{\s+"deliveredOn": "[\d-]+",\s+"list": \{\s+"size": 2,/);
  const rows = stdout.trimEnd().split('\r\n').slice(-2);
  expect(rows).toEqual([
    expect.stringMatching(/^Lake Watch,KE,,2026-01-16,false,SIGNED,REPORTED_BY_COORDINATOR,/),
    expect.stringMatching(/^River Watch,DE,,2026-01-15,false,SIGNED,/),
  ]);
  expect(stderr).not.toContain('"message"');
});
