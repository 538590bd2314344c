import { composeSupergraph, readContract, type Subgraph, schemaReference } from '@coalition-hub/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
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
