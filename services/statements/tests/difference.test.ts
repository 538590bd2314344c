import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf } from '../src/difference/difference-of.js';
import type { DifferenceBlock } from '../src/types/difference.js';
import { DifferenceKind } from '../src/types/difference-kind.js';
import { revision, side, textBlocks } from './revisions-compared.js';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

/** As marks of a typesetter: [-gone-] and {+come+}. */
const marked = (blocks: readonly DifferenceBlock[]) =>
  textBlocks(blocks).map(({ spans }) =>
    spans
      .map(({ kind, text }) => (kind === 'ADDED' ? `{+${text}+}` : kind === 'REMOVED' ? `[-${text}-]` : text))
      .join(''),
  );

describe('the difference between two revisions', () => {
  it('shows words within paragraphs that are alike, and whole paragraphs else', () => {
    const from = revision('We are concerned.\n\nWe ask for an inquiry into the deaths.\n\nWe thank you.');
    const to = revision(
      'We are concerned.\n\nWe ask for an independent inquiry into the deaths.\n\nNobody was held to account.',
    );
    expect(marked(differenceOf(from, to))).toEqual([
      'We are concerned.',
      'We ask for an {+independent +}inquiry into the deaths.',
      '[-We thank you.-]',
      '{+Nobody was held to account.+}',
    ]);
  });

  it('covers the title, addressees with their demands, and footnotes', () => {
    const demands = (...texts: string[]) => texts.map((text, index) => ({ number: index + 1, text }));
    const from = revision('Text.', {
      addressees: [{ name: 'States', kind: 'STATES', demands: demands('Ratify.') }],
    });
    const to = revision('Text.', {
      title: 'Other',
      addressees: [{ name: 'States', kind: 'STATES', demands: demands('Inquire.', 'Ratify.') }],
      footnotes: [{ number: 1, term: 'child', text: 'Young.' }],
    });
    const said = differenceOf(from, to).map(({ part, kind, spans }) => [part, kind, spans[0]?.text]);
    expect(said).toEqual([
      ['TITLE', 'REMOVED', 'Title'],
      ['TITLE', 'ADDED', 'Other'],
      ['TEXT', 'UNCHANGED', 'Text.'],
      ['ADDRESSEES', 'UNCHANGED', 'States'],
      ['ADDRESSEES', 'ADDED', 'Inquire.'],
      ['ADDRESSEES', 'UNCHANGED', 'Ratify.'],
      ['FOOTNOTES', 'ADDED', 'child: Young.'],
    ]);
  });

  it('holds both texts completely, whatever changed', () => {
    const word = fc.constantFrom('we', 'ask', 'for', 'truth,', 'é', '调查', '👩‍👧', '\n', 'the');
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const text = fc
      .array(paragraph, { minLength: 1, maxLength: 8 })
      .map((paragraphs) => paragraphs.join('\n\n').replace(/\n{2,}/g, '\n\n'));
    const seed = Date.now() & 0x7fffffff;
    console.info(`seed ${seed}`);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const blocks = differenceOf(revision(one), revision(other));
        expect(side(blocks, DifferenceKind.ADDED)).toBe(one);
        expect(side(blocks, DifferenceKind.REMOVED)).toBe(other);
        const same = differenceOf(revision(one), revision(one));
        expect(same.every(({ kind }) => kind === 'UNCHANGED')).toBe(true);
      }),
      { seed },
    );
  });

  const source = `query ($slug: String!, $from: Int!, $to: Int!) { statement(slug: $slug) {
    difference(from: $from, to: $to) { part kind spans { kind text } }
  } }`;

  async function asked(slug: string, from: number, to: number, viewer: typeof hub.coordinator | null) {
    const { statement } = await hub.test.data<{ statement: { difference: DifferenceBlock[] | null } }>(
      source,
      {
        variables: { slug, from, to },
        viewer,
      },
    );
    return statement.difference;
  }

  it('is there between any two revisions that are open to the viewer, in either direction', async () => {
    const { id, slug } = await hub.draft({ text: 'We ask for one thing.' });
    await hub.revise(id, 1, { text: 'We ask for two things.' });
    await hub.revise(id, 2, { text: 'We ask for two good things.' });
    expect(marked((await asked(slug, 1, 3, hub.coordinator)) ?? [])).toEqual([
      'We ask for [-one thing-]{+two good things+}.',
    ]);
    expect(marked((await asked(slug, 3, 2, hub.coordinator)) ?? [])).toEqual([
      'We ask for two [-good -]things.',
    ]);
    await hub.opened(id, 2);
    await hub.opened(id, 3);
    for (const [from, to] of [
      [1, 3],
      [3, 1],
      [0, 3],
      [3, 4],
      [2 ** 31 - 1, 2],
    ] as const) {
      expect(await asked(slug, from, to, null)).toBeNull();
    }
    expect(marked((await asked(slug, 2, 3, null)) ?? [])).toEqual(['We ask for two {+good +}things.']);
    await hub.test.settled();
    const recorded = await recordStatements(() => asked(slug, 2, 3, null));
    expect(recorded.statements).toHaveLength(2);
  });

  it('cannot be asked for without end in one operation', async () => {
    const { slug } = await hub.draft();
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => `d${index}: difference(from: 1, to: 1) { kind }`).join(' ');
    const ask = (count: number) =>
      hub.test.data(`{ statement(slug: "${slug}") { ${fields(count)} } }`, { viewer: hub.coordinator });
    await ask(5);
    expect(await hub.failure(() => ask(6))).toBe('BAD_USER_INPUT');
  });
});
