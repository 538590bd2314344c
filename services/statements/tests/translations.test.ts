import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

interface Translated {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly wordCount: number;
  readonly stale: boolean;
  readonly revision: { readonly number: number };
}

const shown = 'id language title wordCount stale revision { number }';

function translate(
  statementId: string,
  revisionNumber: number,
  language: string,
  more: object = {},
  viewer: Viewer | null = hub.coordinator,
) {
  const input = {
    statementId,
    revisionNumber,
    language,
    title: 'Impunité',
    text: 'Nous demandons la vérité.',
    ...more,
  };
  return hub.mutate<{ translation: Translated }>('addTranslation', input, `translation { ${shown} }`, viewer);
}

const source = `query ($slug: String!, $language: String!) { statement(slug: $slug) {
  translation(language: $language) { ${shown} }
  revisions { edges { node { number translations { language stale } } } }
} }`;

interface Read {
  readonly translation: Translated | null;
  readonly revisions: {
    readonly edges: readonly {
      node: { number: number; translations: { language: string; stale: boolean }[] };
    }[];
  };
}

async function read(slug: string, language: string, viewer: Viewer | null = hub.coordinator): Promise<Read> {
  const asking = { variables: { slug, language }, viewer };
  return (await hub.test.data<{ statement: Read }>(source, asking)).statement;
}

describe('a translation', () => {
  it('belongs to one revision, and goes stale with the next', async () => {
    const { id, slug } = await hub.draft();
    const first = await translate(id, 1, 'fr');
    expect(first.translation).toMatchObject({
      language: 'fr',
      wordCount: 4,
      stale: false,
      revision: { number: 1 },
    });
    await hub.revise(id, 1);
    expect((await read(slug, 'fr')).translation).toEqual({ ...first.translation, stale: true });
    await translate(id, 2, 'FR', { title: 'Deuxième' });
    await translate(id, 2, 'pt-br', { title: 'Segunda' });
    const now = await read(slug, 'FR');
    expect(now.translation).toMatchObject({ title: 'Deuxième', stale: false, revision: { number: 2 } });
    expect(now.revisions.edges.map(({ node }) => node)).toEqual([
      { number: 1, translations: [{ language: 'fr', stale: true }] },
      {
        number: 2,
        translations: [
          { language: 'fr', stale: false },
          { language: 'pt-BR', stale: false },
        ],
      },
    ]);
    for (const language of ['en', 'pt', 'xx', '', '-', 'x'.repeat(1_000_000)]) {
      expect((await read(slug, language)).translation).toBeNull();
    }
  });

  it('is replaced while the statement is a draft, and stands from its opening on', async () => {
    const { id, slug } = await hub.draft();
    const first = await translate(id, 1, 'fr');
    const again = await translate(id, 1, 'fr', { title: 'Mieux' });
    expect(again.translation).toMatchObject({ id: first.translation?.id, title: 'Mieux' });
    await hub.opened(id);
    expect(await translate(id, 1, 'fr', { title: 'Trop tard' })).toMatchObject({
      code: 'TRANSLATION_STANDS',
    });
    expect(await translate(id, 1, 'es')).toMatchObject({ __typename: 'AddTranslationSuccess' });
    expect((await read(slug, 'fr', null)).translation).toMatchObject({ title: 'Mieux', stale: false });
    await hub.withdraw(id);
    expect(await translate(id, 1, 'de')).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
  });

  it('is as private as its revision', async () => {
    const { id, slug } = await hub.draft();
    await translate(id, 1, 'fr', { title: 'Jamais dit' });
    await hub.revise(id, 1);
    const { viewer: member } = await hub.member('member@example.org');
    await hub.consult(id);
    expect((await read(slug, 'fr', member)).translation).toBeNull();
    await hub.opened(id, 2);
    for (const viewer of [null, hub.stranger, member]) {
      const seen = await read(slug, 'fr', viewer);
      expect(seen.translation).toBeNull();
      expect(seen.revisions.edges.map(({ node }) => node)).toEqual([{ number: 2, translations: [] }]);
    }
    expect((await read(slug, 'fr')).translation).toMatchObject({ title: 'Jamais dit', stale: true });
  });

  it('is added by coordinators and mandates to revise of co-authors, and by no others', async () => {
    const { id } = await hub.draft();
    const reviser = hub.test.viewer('reviser@example.org');
    await hub.grantMandate(reviser, hub.coAuthorIds[0] ?? '', ['REVISE'], id);
    const signer = hub.test.viewer('signer@example.org');
    await hub.grantMandate(signer, hub.coAuthorIds[0] ?? '', ['SIGN']);
    await hub.test.settled();
    expect(await translate(id, 1, 'fr', {}, reviser)).toMatchObject({ __typename: 'AddTranslationSuccess' });
    expect(await hub.failure(() => translate(id, 1, 'es', {}, signer))).toBe('FORBIDDEN');
    expect(await hub.failure(() => translate(id, 1, 'es', {}, null))).toBe('UNAUTHENTICATED');
    const absent = await translate(randomUUID(), 1, 'es', {}, hub.stranger);
    expect(absent).toMatchObject({ code: 'NOT_FOUND' });
    expect(await translate(id, 1, 'es', {}, hub.stranger)).toEqual(absent);
  });

  it('is refused in the language of the revision, of no revision, and with bad text; nothing is stored', async () => {
    const { id } = await hub.draft();
    const before = await hub.rows();
    const refused: [number, string, object, object][] = [
      [1, 'en', {}, { field: 'language' }],
      [1, 'no language', {}, { field: 'language' }],
      [1, '', {}, { field: 'language' }],
      [2, 'fr', {}, { code: 'NOT_FOUND' }],
      [0, 'fr', {}, { code: 'NOT_FOUND' }],
      [1, 'fr', { title: '\u200b' }, { field: 'title' }],
      [1, 'fr', { text: '' }, { field: 'text' }],
      [1, 'fr', { text: 'x'.repeat(1_000_000) }, { field: 'text' }],
      [1, 'fr', { statementId: 'no uuid' }, { code: 'NOT_FOUND' }],
    ];
    for (const [number, language, more, refusal] of refused) {
      expect(await translate(id, number, language, more)).toMatchObject(refusal);
    }
    expect(await hub.rows()).toEqual(before);
  });

  it('is there once, however many add it at the same time', async () => {
    const { id } = await hub.draft();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((turn) => translate(id, 1, 'fr', { title: `Titre ${turn}` })),
    );
    expect(new Set(answers.map(({ translation }) => translation?.id)).size).toBe(1);
  });

  it('costs one statement of SQL for all revisions of a page, and one for all statements', async () => {
    const drafts = [await hub.draft(), await hub.draft()];
    for (const { id } of drafts) await translate(id, 1, 'fr');
    const nested = `{ statements(first: 2) { edges { node {
      translation(language: "fr") { title } currentRevision { translations { language } }
    } } } }`;
    await hub.test.settled();
    const recorded = await recordStatements(() => hub.test.data(nested, { viewer: hub.coordinator }));
    // Rights, statements, translations by language, revisions, their translations.
    expect(recorded.statements).toHaveLength(5);
  });
});
