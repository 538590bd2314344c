import { readFile } from 'node:fs/promises';
import { digestOf, listDigest, type RevisionText, revisionDigest } from '@coalition-hub/proof';
import { expect, test } from '@jest/globals';

interface Example {
  readonly json: { type: string } & Record<string, unknown>;
  readonly digest: string | undefined;
}

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const [revision, structured, list] = examplesOf(readme);

test('the examples of the README are true, for the functions and for any RFC 8785 library', () => {
  expect(digestOf(revision?.json)).toBe(revision?.digest);
  expect(revisionDigest(revision?.json as unknown as RevisionText)).toBe(revision?.digest);
  expect(digestOf(structured?.json)).toBe(structured?.digest);
  expect(revisionDigest(structured?.json as unknown as RevisionText)).toBe(structured?.digest);
  expect(digestOf(list?.json)).toBe(list?.digest);
  expect(listDigest(list?.json as never)).toBe(list?.digest);
});

test('the list of the README names the revision above it', () => {
  expect(list?.json['revision']).toBe(revision?.digest);
  expect(list?.json['entries']).toEqual([expect.objectContaining({ revision: revision?.digest })]);
});

/** Each block of JSON with the first digest named after it. */
function examplesOf(markdown: string): Example[] {
  return [...markdown.matchAll(/```json\n(.*?)```\s+has the digest `([0-9a-f]{64})`/gs)].map((found) => ({
    json: JSON.parse(found[1] ?? '') as Example['json'],
    digest: found[2],
  }));
}
