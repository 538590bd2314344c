import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareContract, readContract, writeContract } from '@coalition-hub/schema';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changed, organisations, statements } from './small-graph.js';

const graph = [organisations, statements];
const withoutTitle = [
  organisations,
  changed(statements, '"Its title"\n    title: String!\n    "Who', '"Who'),
];
const BREAK = 'Statement.title was removed.';

let repository: string;
let folder: string;

beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'contract-'));
  folder = join(repository, 'schema');
  await mkdir(join(repository, '.changeset'));
});

afterEach(() => rm(repository, { recursive: true }));

function declare(text: string, file = 'brave-cats-sing.md'): Promise<void> {
  return writeFile(
    join(repository, '.changeset', file),
    `---\n'@coalition-hub/schema': major\n---\n\n${text}\n`,
  );
}

describe('writing', () => {
  test('makes the files, and what was written is read back and up to date', async () => {
    const { changed: paths } = await writeContract(folder, graph);
    expect(paths).toEqual([
      'schema/subgraphs/organisations.graphql',
      'schema/subgraphs/statements.graphql',
      'schema/supergraph.graphql',
      'schema/contract.graphql',
      'docs/schema/README.md',
      'docs/schema/organisations.md',
      'docs/schema/statements.md',
      'docs/schema/shared.md',
    ]);
    const read = await readContract(folder);
    expect(read.subgraphs.map(({ name }) => name)).toEqual(['organisations', 'statements']);
    expect(read.contract).toContain('type Statement {');
    expect(read.supergraph).toContain('@join__type');
    expect(await compareContract(folder, graph)).toEqual([]);
  });

  test('the committed subgraphs compose to the same contract again', async () => {
    await writeContract(folder, graph);
    expect(await compareContract(folder, (await readContract(folder)).subgraphs)).toEqual([]);
  });

  test('touches nothing that is right already', async () => {
    await writeContract(folder, graph);
    expect(await writeContract(folder, graph.toReversed())).toEqual({
      changed: [],
      changes: { breaking: [], dangerous: [] },
    });
  });

  test('removes the file of a service that is gone', async () => {
    await writeContract(folder, graph);
    await writeFile(join(folder, 'subgraphs', 'gone.graphql'), 'type Query { gone: Int }');
    await writeFile(join(repository, 'docs', 'schema', 'gone.md'), '# Gone');
    expect(await compareContract(folder, graph)).toEqual([
      'schema/subgraphs/gone.graphql has no service: run npm run compose',
      'docs/schema/gone.md has no service: run npm run compose',
    ]);
    await writeContract(folder, graph);
    expect(await readdir(join(folder, 'subgraphs'))).toEqual(['organisations.graphql', 'statements.graphql']);
  });

  test('reports what may surprise clients', async () => {
    await writeContract(folder, graph);
    const more = changed(organisations, 'REGISTERED', 'REGISTERED "Has merged" MERGED');
    const { changes } = await writeContract(folder, [more, statements]);
    expect(changes.dangerous.map(({ type }) => type)).toEqual(['VALUE_ADDED_TO_ENUM']);
  });
});

describe('comparing', () => {
  test('names each file that is missing or out of date', async () => {
    await writeContract(folder, graph);
    await rm(join(folder, 'supergraph.graphql'));
    const described = changed(
      organisations,
      '"Legal name"\n    name: String!\n    "How',
      '"Registered name"\n    name: String!\n    "How',
    );
    expect(await compareContract(folder, [described, statements])).toEqual([
      'schema/subgraphs/organisations.graphql is out of date: run npm run compose',
      'schema/supergraph.graphql is out of date: run npm run compose',
      'schema/contract.graphql is out of date: run npm run compose',
      'docs/schema/organisations.md is out of date: run npm run compose',
    ]);
  });
});

describe('a breaking change', () => {
  const message = `Breaks clients: ${BREAK} If meant, add the line "breaking: ${BREAK}" to a changeset`;

  beforeEach(async () => {
    await writeContract(folder, graph);
  });

  test('that nobody declared is refused, and nothing is written', async () => {
    const before = await readFile(join(folder, 'contract.graphql'), 'utf8');
    await expect(writeContract(folder, withoutTitle)).rejects.toThrow(message);
    expect(await readFile(join(folder, 'contract.graphql'), 'utf8')).toBe(before);
    expect(await compareContract(folder, withoutTitle)).toContain(message);
  });

  test.each([
    ['a line', `Titles move to revisions.\n\nbreaking: ${BREAK}`],
    ['an item of a list', `- breaking: ${BREAK}\n- breaking: Query.other was removed.`],
  ])('that a changeset declares by %s is written', async (_name, text) => {
    await declare(text);
    expect(await compareContract(folder, withoutTitle)).not.toContain(message);
    expect((await writeContract(folder, withoutTitle)).changes.breaking).toEqual([
      { type: 'FIELD_REMOVED', description: BREAK },
    ]);
    expect(await compareContract(folder, withoutTitle)).toEqual([]);
  });

  test.each([
    ['another change', 'breaking: Statement.id was removed.', 'a.md'],
    ['everything of a type', 'breaking: Statement', 'a.md'],
    ['it in passing', `This is not breaking: ${BREAK}`, 'a.md'],
    ['it in the folder’s own README', `breaking: ${BREAK}`, 'README.md'],
  ])('is refused where a changeset declares %s', async (_name, text, file) => {
    await declare(text, file);
    await expect(writeContract(folder, withoutTitle)).rejects.toThrow(message);
  });
});
