import { composeSupergraph, readContract, type Subgraph, schemaReference } from '@coalition-hub/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType, Kind, parse } from 'graphql';
import { changed, organisations, statements } from './small-graph.js';

function referenceOf(...subgraphs: Subgraph[]): Map<string, string> {
  return schemaReference(composeSupergraph(subgraphs), subgraphs);
}

/** As GitHub makes them, with the suffix of those that come again. */
function anchors(page: string): string[] {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the reference of the committed contract', () => {
  let pages: Map<string, string>;
  let contract: string;

  beforeAll(async () => {
    const files = await readContract();
    pages = schemaReference(files.supergraph, files.subgraphs);
    ({ contract } = files);
  });

  test('is small, and all of its links lead somewhere', () => {
    expect([...pages.values()].join('').length).toBeLessThan(250_000);
    for (const [file, text] of pages) {
      const known = anchors(text);
      expect(known.filter((anchor, index) => known.indexOf(anchor) !== index)).toEqual([]);
      for (const [, page = '', anchor = ''] of text.matchAll(/\]\(([\w-]+\.md)?(?:#([\w-]+))?\)/g)) {
        const target = pages.get(page === '' ? file : page);
        const place = `${file} -> ${page}#${anchor}`;
        expect([place, target !== undefined]).toEqual([place, true]);
        if (anchor !== '') expect([place, anchors(target ?? '').includes(anchor)]).toEqual([place, true]);
      }
    }
  });

  test('describes an entity in the same words whichever subgraph it is composed from', async () => {
    const { subgraphs } = await readContract();
    const words = new Map<string, Set<string>>();
    for (const node of subgraphs.flatMap(({ sdl }) => [...parse(sdl).definitions])) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      if (!node.directives?.some(({ name }) => name.value === 'key')) continue;
      const told = (node.description?.value ?? '').replaceAll(/\s+/g, ' ').trim();
      words.set(node.name.value, (words.get(node.name.value) ?? new Set()).add(told));
    }
    expect([...words].filter(([, told]) => told.size > 1)).toEqual([]);
    expect(words.size).toBeGreaterThan(5);
  });

  test('tells every type, field and value with its description', () => {
    const everything = [...pages.values()].join('\n');
    const schema = buildSchema(contract);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || /^__|(Connection|Edge|Success)$/.test(type.name)) continue;
      const root = /^(Query|Mutation|Subscription)$/.test(type.name);
      if (!root) expect(everything).toContain(`### ${type.name}\n`);
      for (const { description } of Object.values(type.getFields())) {
        const told = (description ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
        expect(everything).toContain(told);
      }
    }
  });
});

describe('a page', () => {
  test('has what its subgraph owns: an entity is told where most is known of it', () => {
    const pages = referenceOf(organisations, statements);
    expect(pages.get('organisations.md')).toContain('### Organisation\n');
    expect(pages.get('statements.md')).not.toContain('### Organisation\n');
    expect(pages.get('statements.md')).toContain('[Organisation](organisations.md#organisation)');
    expect(pages.get('shared.md')).toContain('### InputRefused\n');
  });

  test('gives defaults as they are written in an operation', () => {
    const preset = changed(
      organisations,
      'first: Int "After',
      'first: Int "Which" kind: Kind = ORGANISATION "Words" text: String = "ORGANISATION" "How many" most: Int = 5 "After',
    );
    const kinds = { ...preset, sdl: `${preset.sdl} "Kinds" enum Kind { "One" ORGANISATION }` };
    const page = referenceOf(kinds, statements).get('organisations.md');
    expect(page).toContain('**kind**: [Kind](#kind) = `ORGANISATION` – Which');
    expect(page).toContain('**text**: String = `"ORGANISATION"` – Words');
    expect(page).toContain('**most**: Int = `5` – How many');
  });

  test('strikes out what is deprecated, and says why', () => {
    const deprecated = changed(
      organisations,
      '"Legal name"\n    name: String!\n    "How',
      '"Legal name"\n    name: String! @deprecated(reason: "Ask for names.")\n    "How',
    );
    expect(referenceOf(deprecated, statements).get('organisations.md')).toContain(
      '- ~~name~~: String! – Legal name *Deprecated: Ask for names.*',
    );
  });

  test('knows nothing of federation', () => {
    const text = [...referenceOf(organisations, statements).values()].join('\n');
    expect(text).not.toMatch(/join__|@key|_entities|_service|link__/);
  });
});
