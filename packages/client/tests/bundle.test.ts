import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

const packageFolder = new URL('..', import.meta.url).pathname;

interface Bundle {
  readonly bytes: number;
  readonly gzipped: number;
  readonly modules: readonly string[];
  readonly text: string;
}

/** As a web page would take it in; a module of Node.js in it fails the build. */
async function bundled(source: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: packageFolder, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  const [{ contents, text } = { contents: new Uint8Array(), text: '' }] = outputFiles;
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return { bytes: contents.length, gzipped: gzipSync(contents).length, modules, text };
}

test.each([
  ['the client alone', `export { HubClient } from '@coalition-hub/client';`, 12_000],
  [
    'the client, signing and a list',
    `export { HubClient, SignStatement, signaturesOf } from '@coalition-hub/client';`,
    13_000,
  ],
  ['everything', `export * from '@coalition-hub/client';`, 14_000],
])('%s fits into a web page, without Node.js', async (what, source, bound) => {
  const { bytes, gzipped, modules, text } = await bundled(source);
  process.stdout.write(`${what}: ${bytes} bytes, ${gzipped} gzipped\n`);
  expect(gzipped).toBeLessThan(bound);
  expect(text).not.toMatch(/["'`]node:|\brequire\(/);
  const packages = modules.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'own');
  expect(new Set(packages)).toEqual(new Set(['own', 'graphql-ws', '@0no-co/graphql.web']));
});
