import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VenueFactsInput } from '../src/types/venue-facts.js';
import { VenueStanding } from '../src/types/venue-standing.js';
import { checkAgainstVenue } from '../src/venues/check-against-venue.js';
import { venueRules } from '../src/venues/venue-rules.js';
import { type EventsWorld, startEventsWorld } from './events-world.js';

const { ECOSOC_GENERAL, ECOSOC_SPECIAL, ECOSOC_ROSTER, NONE } = VenueStanding;

const about = (code: string, facts: VenueFactsInput) => {
  const rule = venueRules.find((known) => known.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return checkAgainstVenue(rule, facts).map((finding) => finding.about);
};

const written: VenueFactsInput = {
  standings: [ECOSOC_GENERAL],
  language: 'fr-CH',
  words: 2_000,
  hasAgendaItem: true,
  handedInOn: '2022-08-29',
  sessionStartsOn: '2022-09-12',
};

describe('a written statement to the Human Rights Council', () => {
  test.each<[string, VenueFactsInput, string[]]>([
    ['keeps the rule', {}, []],
    ['has one word too many for general status', { words: 2_001 }, ['words']],
    [
      'has too many words for a roster organisation beside',
      { standings: [ECOSOC_GENERAL, ECOSOC_ROSTER] },
      ['words'],
    ],
    ['keeps the shorter limit', { standings: [ECOSOC_SPECIAL], words: 1_500 }, []],
    ['is not submitted by anybody without status', { standings: [NONE] }, ['standing']],
    [
      'names somebody without status among its submitters',
      { standings: [ECOSOC_GENERAL, NONE] },
      ['standing'],
    ],
    ['is not in a language that is issued', { language: 'de' }, ['language']],
    ['names no agenda item', { hasAgendaItem: false }, ['agendaItem']],
    ['comes a day late', { handedInOn: '2022-08-30' }, ['leadTime']],
    [
      'is not judged by what is not known',
      { standings: null, words: null, language: null, handedInOn: null },
      [],
    ],
    [
      'can be wrong in many ways at once',
      { standings: [NONE], language: 'de', words: 9_000, hasAgendaItem: false, handedInOn: '2022-09-12' },
      ['standing', 'language', 'agendaItem', 'leadTime'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(about('HRC_WRITTEN_STATEMENT', { ...written, ...change })).toEqual(expected);
  });
});

test('a review submission has more pages when several join', () => {
  expect(about('UPR_JOINT_SUBMISSION', { pages: 6, submitters: 1 })).toEqual(['pages']);
  expect(about('UPR_JOINT_SUBMISSION', { pages: 10, submitters: 12 })).toEqual([]);
  expect(about('UPR_JOINT_SUBMISSION', { pages: 11, submitters: 12, standings: [NONE] })).toEqual(['pages']);
});

test('speaking time is a limit', () => {
  expect(about('HRC_ORAL_STATEMENT', { seconds: 90 })).toEqual([]);
  expect(about('HRC_ORAL_STATEMENT', { seconds: 91 })).toEqual(['seconds']);
  expect(about('ACHPR_ORAL_STATEMENT', { standings: [ECOSOC_GENERAL] })).toEqual(['standing']);
});

test('every rule has a name of its own, a body, and says where it is written down', () => {
  expect(new Set(venueRules.map(({ code }) => code)).size).toBe(venueRules.length);
  for (const { bodies, source } of venueRules) {
    expect(bodies.length).toBeGreaterThan(0);
    expect(source).toMatch(/\w{10}/);
  }
});

describe('asked over the graph', () => {
  let world: EventsWorld;
  beforeAll(async () => {
    world = await startEventsWorld();
    await world.createEvent({ slug: 'hrc51' });
  });
  afterAll(() => world.test.stop());

  test('by body in any case, below an event, and all of them', async () => {
    const answer = await world.test.data<Record<string, { code: string }[]>>(`{
      hrc: venueRules(body: "hrc") { code wordLimits { standing words } source }
      none: venueRules(body: "\u200B") { code }
      all: venueRules { code bodies title mode submitters languages pageLimits { fromSubmitters pages }
        timeLimits { occasion seconds } leadDays needsAgendaItem notes }
    }`);
    expect(answer['hrc']?.map(({ code }) => code)).toEqual(['HRC_WRITTEN_STATEMENT', 'HRC_ORAL_STATEMENT']);
    expect([answer['none']?.length, answer['all']?.length]).toEqual([0, venueRules.length]);
    expect(await world.test.data('{ event(slug: "hrc51") { body { rules { code } } } }')).toEqual({
      event: { body: { rules: [{ code: 'HRC_WRITTEN_STATEMENT' }, { code: 'HRC_ORAL_STATEMENT' }] } },
    });
  });

  test('findings are plain sentences; without facts there are none', async () => {
    const answer = await world.test.data(`{ event(slug: "hrc51") { body { rules {
      known: findings(facts: { words: 2001, seconds: 200 }) { about message } unknown: findings { about } } } } }`);
    const about = (rule: string, message: string) => ({ known: [{ about: rule, message }], unknown: [] });
    expect(answer).toEqual({
      event: {
        body: {
          rules: [
            about('words', 'The text has 2001 words; 1500 are allowed.'),
            about(
              'seconds',
              'Reading it takes 200 s; allowed are 90 s (general debate), 90 s (interactive dialogue).',
            ),
          ],
        },
      },
    });
  });
});
