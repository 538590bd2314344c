import { revisionDigest } from '@coalition-hub/proof';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

const addressees = [
  { name: '  All   States ', kind: 'STATES', demands: ['Ratify the Convention.', 'Report\r\non it.'] },
  { name: 'UN agencies', kind: 'UN_AGENCIES', demands: [] },
];
const footnotes = [{ term: 'child', text: 'Whoever is below 18.' }];

const kept = {
  addressees: [
    {
      name: 'All States',
      kind: 'STATES',
      demands: [
        { number: 1, text: 'Ratify the Convention.' },
        { number: 2, text: 'Report\non it.' },
      ],
    },
    { name: 'UN agencies', kind: 'UN_AGENCIES', demands: [] },
  ],
  footnotes: [{ number: 1, term: 'child', text: 'Whoever is below 18.' }],
};

interface Shown {
  readonly number: number;
  readonly digest: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly wordCount: number;
}

async function shown(slug: string, viewer: typeof hub.coordinator | null = hub.coordinator) {
  const source = `query ($slug: String!) { statement(slug: $slug) {
    addressees { name kind demands { number text } }
    currentRevision {
      number digest language title text wordCount
      addressees { name kind demands { number text } } footnotes { number term text }
    }
  } }`;
  const asking = { variables: { slug }, viewer };
  const { statement } = await hub.test.data<{
    statement: { addressees: object[]; currentRevision: Shown & typeof kept };
  }>(source, asking);
  return statement;
}

describe('what a statement asks of whom', () => {
  it('is numbered, shown, and part of what is signed', async () => {
    const { id, slug } = await hub.draft({ addressees, footnotes });
    const { addressees: asked, currentRevision } = await shown(slug);
    const { digest, wordCount, ...revision } = currentRevision;
    expect(asked).toEqual(kept.addressees);
    expect(revision).toMatchObject(kept);
    expect(digest).toBe(revisionDigest({ statement: id, ...revision }));
    // "We ask for an independent inquiry." and the two demands.
    expect(wordCount).toBe(6 + 3 + 3);
  });

  it('leaves the digest of a text without it what it always was', async () => {
    const { id, slug } = await hub.draft();
    const { number, digest, language, title, text } = (await shown(slug)).currentRevision;
    expect(digest).toBe(revisionDigest({ statement: id, number, language, title, text }));
    expect((await shown(slug)).addressees).toEqual([]);
  });

  it('stays when a draft is revised, unless it is given anew', async () => {
    const { id, slug } = await hub.draft({ addressees, footnotes });
    await hub.revise(id, 1, { text: 'Other words.' });
    expect((await shown(slug)).currentRevision).toMatchObject({ number: 2, ...kept });
    await hub.revise(id, 2, { addressees: [], footnotes: [{ term: 'State', text: 'Any.' }] });
    expect((await shown(slug)).currentRevision).toMatchObject({
      addressees: [],
      footnotes: [{ number: 1, term: 'State', text: 'Any.' }],
    });
    await hub.opened(id);
    expect((await shown(slug, null)).addressees).toEqual([]);
  });

  it('is refused where it is empty, doubled, too much or not to be seen, and nothing is stored', async () => {
    const before = await hub.rows();
    const one = (changes: object) => ({ addressees: [{ name: 'A', kind: 'BODY', demands: [], ...changes }] });
    const refused: [object, string][] = [
      [one({ name: ' ' }), 'addressees.name'],
      [one({ name: 'A\u200bB' }), 'addressees.name'],
      [one({ name: 'x'.repeat(301) }), 'addressees.name'],
      [one({ demands: ['Ask.', ''] }), 'addressees.demands'],
      [one({ demands: ['x'.repeat(1_000_000)] }), 'addressees.demands'],
      [one({ demands: ['\u202eAsk.'] }), 'addressees.demands'],
      [one({ demands: Array.from({ length: 201 }, () => 'Ask.') }), 'demands'],
      [
        { addressees: Array.from({ length: 51 }, (_, i) => ({ name: `A${i}`, kind: 'OTHER', demands: [] })) },
        'addressees',
      ],
      [{ addressees: ['A', 'A '].map((name) => ({ name, kind: 'OTHER', demands: [] })) }, 'addressees.name'],
      [{ footnotes: [{ term: '', text: 'What.' }] }, 'footnotes.term'],
      [{ footnotes: [{ term: 'x', text: '\u0000' }] }, 'footnotes.text'],
      [{ footnotes: ['x', 'x'].map((term) => ({ term, text: 'What.' })) }, 'footnotes.term'],
    ];
    for (const [changes, field] of refused) {
      expect(await hub.create(changes)).toMatchObject({ __typename: 'InvalidInput', field });
    }
    expect(await hub.failure(() => hub.create(one({ kind: 'PLANET' })))).toBe('BAD_USER_INPUT');
    expect(await hub.rows()).toEqual(before);
  });

  it.each([
    ['en', "We don't ask twice - 3.5 times is enough.", 8],
    ['fr', 'L’enquête indépendante :\n1. la vérité.', 5],
    ['ar', 'نطالب بتحقيق مستقل', 3],
    ['zh', '我们要求独立调查', 4],
    ['th', 'เราเรียกร้องความจริง', 5],
    ['und', 'Quo vadis?', 2],
  ])('has its words counted by the rules of %s', async (language, text, count) => {
    const { slug } = await hub.draft({ language, text });
    const { wordCount } = (await shown(slug)).currentRevision;
    expect(Math.abs(wordCount - count)).toBeLessThanOrEqual(language === 'th' ? 1 : 0);
  });
});
