import { sql } from 'kysely';
import type { Reader } from './reader.js';
import { isSpellable } from './search-keys.js';

/** A word that names have, for one that was asked for: itself, or what it could be misspelt from. */
export interface Spelling {
  readonly spelling: string;
  /** About how many names have it. */
  readonly uses: number;
}

/** A word that so many names have says nothing by itself. */
export const manyUses = 1_000;

/** A word that more names have is taken as it is. */
const rareUses = 10;

/** Trigram similarity below which a word is not looked at as a misspelling. */
const leastSimilarity = 0.36;

const mostSpellings = 6;

/** What the words of names could mean, in one statement; a word that no name has comes with no use. */
export async function spellingsOf(db: Reader, words: readonly string[]): Promise<Map<string, Spelling[]>> {
  const asked = words.map((word) => ({ word, spellable: isSpellable(word) }));
  const { rows } = await sql<Spelling & { word: string }>`
    with asked as materialized (
      select entry.word, entry.spellable, coalesce(name_word.uses, 0) as uses
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as entry (word text, spellable boolean)
        left join name_word on name_word.word = entry.word)
    select word, word as spelling, uses from asked
    union all
    select asked.word, near.word, near.uses
      from asked
     cross join lateral (
       select name_word.word, name_word.uses
         from name_word
        where asked.spellable and asked.uses < ${rareUses}::int
          and name_word.word ~ '^[a-z]{4,40}$' and name_word.word % asked.word and name_word.word <> asked.word
          and similarity(name_word.word, asked.word) >= ${leastSimilarity}::real
        order by similarity(name_word.word, asked.word) desc, name_word.word
        limit ${mostSpellings}::int) as near`.execute(db);
  const spellings = new Map<string, Spelling[]>(words.map((word) => [word, []]));
  for (const { word, spelling, uses } of rows) spellings.get(word)?.push({ spelling, uses });
  return spellings;
}

/** Forms in which names may have a word: as a word, as the whole name, as an acronym. */
export function keysOfSpelling(spelling: string): string[] {
  return [spelling, `=${spelling}`, `#${spelling}`];
}
