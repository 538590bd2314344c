import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type HubProcess, repository } from '../hub-process/hub-process.js';
import { Programs } from '../hub-process/programs.js';
import { Workbench } from '../hub-process/workbench.js';

const email = 'you@example.org';
const bench = new Workbench();
const programs = new Programs();
afterAll(() => programs.endAll());
jest.setTimeout(120_000);

let hub: HubProcess;
let folder: string;
let environment: Record<string, string>;

const readme = await readFile(join(repository, 'packages', 'client', 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^## (.*?)$(?:(?!^## )[\s\S])*?^```ts\n([\s\S]*?)^```/gm)].map(
  ([, title = '', source = '']) => ({
    title,
    source,
    file: `${title.toLowerCase().replaceAll(' ', '-')}.ts`,
  }),
);

beforeAll(async () => {
  hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await hub.ready();
  const args = ['token', '--email', email, '--role', 'administrator'];
  const token = (await bench.command(args, { HUB_DATA_DIR: hub.dataDir })).stdout.trim();
  environment = { HUB_URL: hub.url, TOKEN: token };
  folder = join(await bench.folder(), 'examples');
  await mkdir(folder);
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2024',
    types: ['node'],
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: examples.map(({ file }) => file) }),
  );
  for (const { file, source } of examples) await writeFile(join(folder, file), source);
}, 120_000);

/** Node.js strips the types itself. */
function example(title: string): readonly string[] {
  const found = examples.find((each) => each.title === title);
  return [process.execPath, '--disable-warning=ExperimentalWarning', join(folder, found?.file ?? title)];
}

function run(title: string) {
  return bench.run(example(title), environment);
}

describe('the examples of the README', () => {
  test('are those that are tested here', () => {
    expect(examples.map(({ title }) => title)).toEqual([
      'Asking',
      'Documents of your own',
      'Changing something',
      'Following',
    ]);
  });

  test('compile, with all checks on', async () => {
    const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const { code, stdout } = await bench.run([process.execPath, tsc, '-p', folder], {});
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  test('ask', async () => {
    const { code, stdout, stderr } = await run('Asking');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/ 108$/);
    expect(lines.at(-1)).toBe('108');
  });

  test('ask with a document of their own', async () => {
    const { code, stdout, stderr } = await run('Documents of your own');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^2022-09-27 \S/);
  });

  test('change something, and follow it', async () => {
    const following = programs.start(example('Following'), { cwd: '/', env: environment });
    await waitUntil(() => following.said.includes('following'), { what: 'it follows', timeoutMs: 15_000 });
    const { code, stdout, stderr } = await run('Changing something');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('signed by An organisation of the README\n');
    const followed = await following.ended;
    expect(followed.code).toBe(0);
    expect(followed.stdout).toBe('following\nSIGNED An organisation of the README true\n');
    const again = await run('Changing something');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('RefusedError');
  });
});
