import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';
import { searchConfigurationOf } from './search-configuration.js';
import { searchableText } from './searchable-text.js';

/**
 * In UTF-16 code units. A document of PostgreSQL holds 1 MB of different words, which so many characters cannot fill in
 * any script.
 */
const mostSearched = 120_000;

export interface Searchable {
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly addressees?: readonly Addressee[];
  readonly footnotes?: readonly Footnote[];
}

/** Makes a statement be found by its new current revision, and by nothing that it said before. */
export async function keepSearchable(
  db: Reads<Tables>,
  statementId: string,
  revision: Searchable,
): Promise<void> {
  await db.deleteFrom('search_document').where('statement_id', '=', statementId).execute();
  await addSearchable(db, statementId, revision);
}

/** Makes a statement be found by what it says in one more language. */
export async function addSearchable(db: Reads<Tables>, statementId: string, said: Searchable): Promise<void> {
  const configuration = searchConfigurationOf(said.language);
  const document = sql<string>`to_tsvector(${configuration}::regconfig, ${documentText(said)})`;
  await db
    .insertInto('search_document')
    .values({ statement_id: statementId, language: said.language, configuration, document })
    .onConflict((conflict) =>
      conflict.columns(['statement_id', 'language']).doUpdateSet({ configuration, document }),
    )
    .execute();
}

/** What is searched, the words of a long text before those of its footnotes. */
export function documentText({ title, text, addressees = [], footnotes = [] }: Searchable): string {
  const demands = addressees.flatMap(({ name, demands }) => [name, ...demands.map((demand) => demand.text)]);
  const notes = footnotes.flatMap((footnote) => [footnote.term, footnote.text]);
  return searchableText([title, text, ...demands, ...notes].join('\n').slice(0, mostSearched).toWellFormed());
}
