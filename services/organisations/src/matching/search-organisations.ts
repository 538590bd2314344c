import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { type Candidate, candidatesFor } from './candidates.js';
import { type KeyedName, keyedName } from './keyed-name.js';
import { lookUpOf, wordsAsked } from './look-up.js';
import { namesWithAllWords } from './names-with-all-words.js';
import type { Reader } from './reader.js';
import { relevanceOf } from './search-relevance.js';
import { type Spelling, spellingsOf } from './spellings.js';

export interface Found {
  readonly organisationId: string;
  /** 0 to 1. */
  readonly relevance: number;
}

/** What one search finds at most. */
export const mostFound = 200;

const longestSearch = 200;
const mostWords = 12;

/** How many names the rare words of a search may lead to. */
const budget = 500;

/** Names that are compared with what was typed; more than are found, since an organisation may have several. */
const compared = 2 * mostFound;

const limits = { any: 2 * budget, set: mostFound, best: compared };

/**
 * Organisations that have a name like this one, best first.
 * @param condition on `organisation`; null for none
 * @throws Fault BAD_USER_INPUT for what has no letter or digit, and for what is too long
 */
export async function searchOrganisations(
  db: Reader,
  search: string,
  condition: RawBuilder<boolean> | null,
): Promise<Found[]> {
  const typed = typedName(search);
  const spellings = await spellingsOf(db, wordsAsked(typed));
  const lookUp = lookUpOf(typed, withBeginnings(spellings, await wordsBeginning(db, typed)), budget);
  const any = typed.words.length === 1 ? [...lookUp.any, `~${typed.words[0]}`] : lookUp.any;
  const [all = [], ...others] = lookUp.sets;
  const frequent = { words: all, uses: usesOfRarest(all, spellings) };
  const whole = all.length > 0 ? await namesWithAllWords(db, frequent, condition, compared) : [];
  // All but one of several frequent words are only worth a look where nothing has them all.
  const sets = whole.length > 0 ? [] : others;
  const [found] = await candidatesFor(db, [{ ...lookUp, any, sets }], limits, condition);
  return ranked(typed, [...whole, ...(found?.best ?? [])]);
}

function usesOfRarest(words: readonly string[], spellings: ReadonlyMap<string, readonly Spelling[]>): number {
  const uses = new Map([...spellings.values()].flat().map((known) => [known.spelling, known.uses]));
  return Math.min(...words.map((word) => uses.get(word) ?? 0));
}

function typedName(search: string): KeyedName {
  if (search.length > longestSearch)
    throw badInput(`"search" must not be longer than ${longestSearch} characters.`);
  const typed = keyedName(search);
  const words = typed.words.filter((word) => word !== '').slice(0, mostWords);
  if (words.length === 0) throw badInput('"search" must have a letter or a digit.');
  return { ...typed, words };
}

/** Words that begin with the last one typed: somebody may still be typing it. */
async function wordsBeginning(db: Reader, { words }: KeyedName): Promise<readonly Spelling[]> {
  const last = words.at(-1) ?? '';
  if (!/^[a-z]{3,}$/.test(last)) return [];
  const { rows } = await sql<Spelling>`
    select word as spelling, uses from name_word where word >= ${last} and word < ${`${last}{`} order by word limit 20`.execute(
    db,
  );
  return [...rows];
}

function withBeginnings(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  beginnings: readonly Spelling[],
): ReadonlyMap<string, readonly Spelling[]> {
  if (beginnings.length === 0) return spellings;
  return new Map(
    [...spellings].map(([word, known]) => [
      word,
      [...known, ...beginnings.filter(({ spelling }) => spelling !== word && spelling.startsWith(word))],
    ]),
  );
}

/** The best name of each organisation counts; what is far behind the best answer is none. */
function ranked(typed: KeyedName, candidates: readonly Candidate[]): Found[] {
  const best = new Map<string, number>();
  for (const candidate of candidates) {
    const relevance = relevanceOf(typed, candidate);
    if (relevance > (best.get(candidate.organisationId) ?? 0)) best.set(candidate.organisationId, relevance);
  }
  const least = Math.max(0.3, 0.6 * Math.max(0, ...best.values()));
  return [...best]
    .filter(([, relevance]) => relevance >= least)
    .map(([organisationId, relevance]) => ({ organisationId, relevance }));
}
