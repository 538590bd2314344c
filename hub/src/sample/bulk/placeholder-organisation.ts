import type { OrganisationSeed } from '@coalition-hub/organisations';
import { coinedWord } from './coined-word.js';
import { Draws } from './draws.js';
import { type NameLanguage, nameLanguages } from './name-languages.js';

/** Odd, so that different numbers stay different; large, so that neighbours get names that are far apart. */
const spread = 179_424_673;

const coinedNumbers = 2 ** 30;

/** Names of places come after those of organisations. */
const mostOrganisations = 10_000_000;

/** Organisations that may be named after one place. */
const perPlace = 16;

/** At the end of every name: nobody real is to be taken for one that is made up. */
const marker = '(placeholder)';

/**
 * The placeholder with this number, below ten million: always the same one for a seed. Names are as varied as those in a registry: several
 * languages and scripts, words that thousands of others have too, some acronyms, neighbours that differ in little.
 *
 * @param seed hexadecimal digits, eight at most
 */
export function placeholderOrganisation(seed: string, index: number): OrganisationSeed {
  const draws = new Draws(seed, 'organisation', index);
  const language = draws.byShare(nameLanguages);
  const name = nameOf(draws, language, seed, index);
  const acronym = language.script === 'latin' && draws.below(10) < 3 ? acronymOf(name) : null;
  return {
    id: draws.id,
    slug: `placeholder-${seed}-${String(index + 1).padStart(7, '0')}`,
    name: `${name}${acronym === null || draws.below(2) === 0 ? '' : ` (${acronym})`} ${marker}`,
    country: draws.below(50) === 0 ? null : draws.favouringFirst(language.countries),
    website: null,
    acronym,
    kind: draws.favouringFirst(kindsOfBody),
  };
}

const kindsOfBody = ['ASSOCIATION', 'NETWORK', 'FOUNDATION', 'TRADE_UNION', 'INSTITUTION', 'OTHER'] as const;

/** Two in five share the name of a place with others, and differ from those by what they are and what for. */
function nameOf(draws: Draws, language: NameLanguage, seed: string, index: number): string {
  return draws.below(5) < 2
    ? namedAfterPlace(draws, language, seed, index)
    : ownName(draws, language, seed, index);
}

function ownName(
  draws: Draws,
  { script, kinds, causes, patterns }: NameLanguage,
  seed: string,
  index: number,
) {
  return filledIn(draws.favouringFirst(patterns), {
    K: draws.favouringFirst(kinds),
    C: draws.favouringFirst(causes),
    N: coinedWord(coinedNumber(seed, index), script, draws.below(4) === 0),
  });
}

function namedAfterPlace(
  draws: Draws,
  { script, kinds, causes, patterns }: NameLanguage,
  seed: string,
  index: number,
): string {
  const turn = index % perPlace;
  const place = mostOrganisations + (index - turn) / perPlace;
  const telling = patterns.filter((pattern) => /K.*C|C.*K/.test(pattern));
  return filledIn(draws.favouringFirst(telling), {
    K: kinds[turn % kinds.length] ?? '',
    C: causes[Math.floor(turn / kinds.length)] ?? '',
    N: coinedWord(coinedNumber(seed, place), script, false),
  });
}

function filledIn(
  pattern: string,
  parts: { readonly K: string; readonly C: string; readonly N: string },
): string {
  return pattern.replace(/[KCN](?![a-z])/g, (part) => parts[part as keyof typeof parts]);
}

function coinedNumber(seed: string, index: number): number {
  return (Number.parseInt(seed, 16) + index * spread) % coinedNumbers;
}

/** Of the capitals that a name has; null where they are no acronym. */
function acronymOf(name: string): string | null {
  const letters = name.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
  return letters.length >= 3 && letters.length <= 7 ? letters.normalize('NFD').replace(/\p{M}/gu, '') : null;
}
