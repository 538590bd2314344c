import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Match, matchOrganisations, seedRegistry } from '../src/index.js';
import { bodies, type Kind, lookAlikes } from './printed-names.js';
import { Workbench } from './workbench.js';

let bench: Workbench;
const ids = new Map<string, string>();

const keyOf = (name: string, country: string | null) => `${name} ${country}`;

async function enter(body: {
  name: string;
  country: string | null;
  acronym?: string;
  otherNames?: readonly object[];
}) {
  const key = keyOf(body.name, body.country);
  if (ids.has(key)) return;
  const { name, country, acronym, otherNames } = body;
  const { organisation } = await bench.answer('registerOrganisation', { name, country, acronym, otherNames });
  ids.set(key, organisation?.id ?? '');
}

beforeAll(async () => {
  bench = await Workbench.start();
  for (const body of bodies) await enter(body);
  for (const [name, country] of lookAlikes) await enter({ name, country });
  await bench.test.subgraph.service.once('others', (unit, emit) => seedRegistry(unit, emit, others()));
  await bench.test.subgraph.service.projections.catchUp({ timeoutMs: 60_000 });
}, 90_000);

afterAll(() => bench.stop());

/** A registry of others, made of the same words: nothing is found because there is nothing else. */
function others() {
  const words = bodies.flatMap(({ name }) => name.split(/[ "«»]+/)).filter((word) => word.length > 3);
  const organisations = Array.from({ length: 1_500 }, (_, index) => ({
    id: randomUUID(),
    slug: `other-${index}`,
    name:
      [3, 7, 11].map((step) => words[(index * step + Math.floor(index / 40)) % words.length]).join(' ') +
      ` ${spelled(index)}`,
    country: ['ES', 'KE', 'PE', null][index % 4] ?? null,
    website: null,
  }));
  return { organisations, coalitions: [], memberships: [] };
}

/** A made-up word for a number. */
function spelled(index: number): string {
  return [...index.toString(16)]
    .map((digit) =>
      'babedofikulemonipuratosivexozuhagy'.slice(
        2 * Number.parseInt(digit, 16),
        2 * Number.parseInt(digit, 16) + 2,
      ),
    )
    .join('');
}

const proposedBy = (match: Match): readonly string[] =>
  'certain' in match
    ? [match.certain]
    : 'doubtful' in match
      ? match.doubtful.map(({ organisationId }) => organisationId)
      : [];

interface Pair {
  readonly kind: Kind;
  readonly printed: string;
  readonly id: string;
  readonly match: Match;
}

async function samePairs(): Promise<Pair[]> {
  const asked = bodies.flatMap(({ name, country, variants }) =>
    variants.map(([kind, printed, stated = country]) => ({
      kind,
      printed,
      country: stated,
      id: ids.get(keyOf(name, country)) ?? '',
    })),
  );
  const rows = asked.map(({ printed, country }) => ({ name: printed, country }));
  const matches = await matchOrganisations(bench.reads, rows);
  return asked.map((pair, index) => ({ ...pair, match: matches[index] ?? { unknown: true } }));
}

async function differentPairs() {
  const rows = lookAlikes.map(([, , name, country]) => ({ name, country }));
  const matches = await matchOrganisations(bench.reads, rows);
  return lookAlikes.map(([name, country, printed], index) => ({
    printed,
    like: name,
    id: ids.get(keyOf(name, country)) ?? '',
    match: matches[index] ?? { unknown: true as const },
  }));
}

describe(`of ${bodies.flatMap(({ variants }) => variants).length} printed names of known bodies`, () => {
  it('at least nine in ten are found within five proposals, of every kind of difference', async () => {
    const pairs = await samePairs();
    const found = (some: readonly Pair[]) =>
      some.filter(({ match, id }) => proposedBy(match).includes(id)).length;
    const missed = pairs
      .filter(({ match, id }) => !proposedBy(match).includes(id))
      .map(({ printed }) => printed);
    const first = pairs.filter(({ match, id }) => proposedBy(match)[0] === id).length;
    const proposed = pairs.reduce((sum, { match }) => sum + proposedBy(match).length, 0);
    const certain = pairs.filter(({ match }) => 'certain' in match);
    process.stdout.write(
      [
        `Matching: ${pairs.length} printed names, recall ${(found(pairs) / pairs.length).toFixed(3)} within five proposals`,
        `first proposal right ${(first / pairs.length).toFixed(3)}`,
        `precision of all proposals ${(found(pairs) / proposed).toFixed(3)} (${proposed} proposals)`,
        `certain ${certain.length}, of these right ${found(certain)}`,
        `missed: ${missed.join(' | ') || 'none'}\n`,
      ].join('; '),
    );
    expect(found(pairs) / pairs.length).toBeGreaterThanOrEqual(0.9);
    for (const kind of new Set(pairs.map((pair) => pair.kind))) {
      const some = pairs.filter((pair) => pair.kind === kind);
      expect([kind, found(some) / some.length >= 0.75]).toEqual([kind, true]);
    }
  });

  it('none is taken for certain for another body, and those that differ in letters only are certain', async () => {
    for (const { printed, id, match } of await samePairs())
      if ('certain' in match) expect([printed, match.certain]).toEqual([printed, id]);
  });
});

describe(`of ${lookAlikes.length} look-alikes that are different bodies`, () => {
  it('none is ever the same by itself', async () => {
    const pairs = await differentPairs();
    const silent = pairs.filter(({ match, id }) => !proposedBy(match).includes(id)).length;
    process.stdout.write(
      `Look-alikes: ${pairs.length} different bodies, 0 taken for one; ${silent} not even proposed, the others left to a person\n`,
    );
    expect(pairs.filter(({ match }) => 'certain' in match).map(({ printed }) => printed)).toEqual([]);
  });

  it('those in another place are called what they may be: chapters', async () => {
    const pairs = await differentPairs();
    const reasonFor = (printed: string) => {
      const pair = pairs.find((candidate) => candidate.printed === printed);
      return pair && 'doubtful' in pair.match
        ? pair.match.doubtful.find(({ organisationId }) => organisationId === pair.id)?.reason
        : undefined;
    };
    for (const printed of [
      'Attic Forum Austria',
      'Attic Forum',
      'Friends of the Tide Malaysia',
      'Doctors for Harbours USA',
    ])
      expect([printed, reasonFor(printed)]).toEqual([printed, 'CHAPTER']);
  });
});
