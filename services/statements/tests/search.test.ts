import type { Viewer } from '@coalition-hub/subgraph';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
const drafts = new Map<string, Draft>();

const texts: readonly [string, string, string][] = [
  ['english', 'en', 'States must investigate the killings of migrants and publish their findings.'],
  ['french', 'fr', 'Les États doivent enquêter sur les décès de personnes migrantes.'],
  ['quebec', 'fr-CA', 'Nous exigeons la vérité sur les décès.'],
  ['spanish', 'es', 'Exigimos una investigación independiente de las muertes.'],
  ['russian', 'ru', 'Мы требуем независимых расследований.'],
  ['arabic', 'ar', 'نطالب بتحقيقات مستقلة في الوفيات.'],
  ['chinese', 'zh', '我们要求独立调查移民死亡事件。'],
  ['thai', 'th', 'เราเรียกร้องการสอบสวนที่เป็นอิสระ'],
  ['swahili', 'sw', 'Tunadai uchunguzi huru wa vifo vya wahamiaji.'],
];

beforeAll(async () => {
  hub = await StatementsHub.start();
  for (const [title, language, text] of texts) {
    const draft = await hub.draft({ title, language, text });
    drafts.set(title, draft);
    await hub.opened(draft.id);
  }
});

afterAll(() => hub.stop());

const source = `query ($filter: StatementFilter) {
  statements(filter: $filter, orderBy: OLDEST, first: 100) { totalCount edges { node { title } } }
}`;

async function found(filter: object, viewer: Viewer | null = null): Promise<string[]> {
  const { statements } = await hub.test.data<{
    statements: { totalCount: number; edges: { node: { title: string } }[] };
  }>(source, { variables: { filter }, viewer });
  expect(statements.totalCount).toBe(statements.edges.length);
  return statements.edges.map(({ node }) => node.title);
}

describe('searching statements', () => {
  it.each([
    ['investigation killing', ['english']],
    ['INVESTIGATED', ['english']],
    ['"publish their findings"', ['english']],
    ['killings -migrants', []],
    ['-migrants', []],
    ['killings or vérité', ['english', 'quebec']],
    ['enquete deces', ['french']],
    ['decès', ['french', 'quebec']],
    ['muerte independientes', ['spanish']],
    ['investigacion', ['spanish']],
    ['независимое расследование', ['russian']],
    ['المستقلة', ['arabic']],
    ['独立调查', ['chinese']],
    ['移民', ['chinese']],
    ['อิสระ', ['thai']],
    ['uchunguzi', ['swahili']],
    ['french', ['french']],
    ['nothing of the sort', []],
  ])('finds "%s" by the rules of each language', async (search, titles) => {
    expect(await found({ search })).toEqual(titles);
  });

  it('is limited to a language and its varieties, by which statements are found without a search too', async () => {
    expect(await found({ search: 'décès', language: 'fr' })).toEqual(['french', 'quebec']);
    expect(await found({ search: 'décès', language: 'fr-ca' })).toEqual(['quebec']);
    expect(await found({ search: 'décès', language: 'en' })).toEqual([]);
    expect(await found({ language: 'FR' })).toEqual(['french', 'quebec']);
    expect(await found({ language: 'f' })).toEqual([]);
    expect(await found({ language: 'fr_' })).toEqual([]);
    expect(await found({ language: 'x'.repeat(1_000_000) })).toEqual([]);
  });

  it('adds up with other conditions, and a blank search is none', async () => {
    expect(await found({ search: 'décès', kinds: ['SUBMISSION'] })).toEqual([]);
    expect(await found({ search: ' \n' })).toHaveLength(texts.length);
  });

  it('goes by what a statement says now, its translations included, not by what it said', async () => {
    const { id } = await hub.draft({ title: 'moving', text: 'Formerly about dolphins.' });
    await hub.mutate(
      'addTranslation',
      { statementId: id, revisionNumber: 1, language: 'de', title: 'Titel', text: 'Früher über Delfine.' },
      '__typename',
    );
    expect(await found({ search: 'dolphin' }, hub.coordinator)).toEqual(['moving']);
    expect(await found({ search: 'delfin' }, hub.coordinator)).toEqual(['moving']);
    expect(await found({ search: 'delfin', language: 'de' }, hub.coordinator)).toEqual(['moving']);
    await hub.revise(id, 1, {
      title: 'moved',
      text: 'Now about whales.',
      addressees: [{ name: 'Governments', kind: 'STATES', demands: ['Stop harpooning.'] }],
      footnotes: [{ term: 'cetacean', text: 'A mammal.' }],
    });
    for (const search of ['dolphin', 'delfin']) expect(await found({ search }, hub.coordinator)).toEqual([]);
    for (const search of ['whale', 'government harpoon', 'cetaceans']) {
      expect(await found({ search }, hub.coordinator)).toEqual(['moved']);
    }
  });

  it('shows nothing of what is not open to the viewer', async () => {
    const { id } = await hub.draft({ title: 'secret', text: 'A very rare word: quokka.' });
    const { viewer: member } = await hub.member('member@example.org');
    for (const viewer of [null, hub.stranger, member]) {
      expect(await found({ search: 'quokka' }, viewer)).toEqual([]);
      expect(await found({ language: 'en', search: 'quokka' }, viewer)).toEqual([]);
    }
    expect(await found({ search: 'quokka' }, hub.coordinator)).toEqual(['secret']);
    await hub.consult(id);
    expect(await found({ search: 'quokka' }, member)).toEqual(['secret']);
    expect(await found({ search: 'quokka' })).toEqual([]);
    await hub.revise(id, 1, { title: 'not secret', text: 'Plain words.' });
    await hub.opened(id, 2);
    expect(await found({ search: 'quokka' })).toEqual([]);
    expect(await found({ search: 'plain' })).toEqual(['not secret']);
  });

  it.each([
    [
      "'",
      "it's",
      '"',
      '""',
      '&|!()<->:*',
      '\\',
      '%',
      '\u0000',
      '\ud800',
      '-',
      'or',
      '👩‍👧',
      'the',
      '\u202e',
      ':',
    ],
  ])('takes any %s', async (...searches) => {
    for (const search of searches) expect(Array.isArray(await found({ search }))).toBe(true);
  });

  it('refuses a search without end', async () => {
    for (const length of [201, 1_000_000]) {
      expect(await hub.failure(() => found({ search: 'x'.repeat(length) }))).toBe('BAD_USER_INPUT');
      expect(await hub.failure(() => found({ language: 'en', search: 'x'.repeat(length) }))).toBe(
        'BAD_USER_INPUT',
      );
    }
    expect(await found({ search: 'ab '.repeat(66) })).toEqual([]);
  });

  it('takes the longest text of nothing but different words', async () => {
    const han = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const rare = Array.from({ length: 80_000 }, (_, index) => han[(index * 7_919) % 20_000]).join('');
    expect(await hub.create({ language: 'zh', text: rare })).toMatchObject({
      __typename: 'CreateStatementSuccess',
    });
    const latin = Array.from({ length: 16_000 }, (_, index) => index.toString(36).padStart(5, 'q')).join(' ');
    expect(await hub.create({ text: latin })).toMatchObject({ __typename: 'CreateStatementSuccess' });
  });

  it('is part of the one statement of SQL for the page, and of the one for the count', async () => {
    await hub.test.settled();
    const counted =
      '{ statements(filter: { search: "décès" }, first: 1) { totalCount edges { node { title } } } }';
    const recorded = await recordStatements(() => hub.test.data(counted));
    expect(recorded.statements).toHaveLength(2);
  });
});
