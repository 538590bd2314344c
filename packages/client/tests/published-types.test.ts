import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const tsc = path('../../../node_modules/typescript/bin/tsc');
const common = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--module',
  'nodenext',
  '--target',
  'es2024',
];

/** What the compiler says. */
async function compiled(...options: string[]): Promise<string> {
  const args = [tsc, ...common, ...options, path('types.ts')];
  return run(process.execPath, args, { cwd: path('.') }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

test.each([
  ['a script in Node.js', ['--types', 'node', '--lib', 'es2024']],
  ['a web page', ['--types', '', '--lib', 'es2024,dom,dom.iterable']],
])(
  'results, variables and refusals are typed for %s',
  async (_name, options) => {
    expect(await compiled(...options, '--skipLibCheck')).toBe('');
  },
  60_000,
);

test('who writes no documents needs no gql.tada', async () => {
  const seen = new Map<string, readonly string[]>();
  const walk = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    const text = await readFile(file, 'utf8');
    const names = [...text.matchAll(/(?:from|import\() ?['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
    seen.set(
      file,
      names.filter((name) => !name.startsWith('.')),
    );
    for (const name of names.filter((each) => each.startsWith('.'))) {
      await walk(fileURLToPath(new URL(name.replace(/\.js$/, '.d.ts'), `file://${file}`)));
    }
  };
  await walk(path('../dist/index.d.ts'));
  expect(seen.size).toBeGreaterThan(10);
  expect([...seen.values()].flat()).toEqual([]);
});
