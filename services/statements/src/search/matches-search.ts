import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { canonicalLanguage } from '../languages/clean-language.js';
import { searchConfigurationOf, searchConfigurations } from './search-configuration.js';
import { searchableText } from './searchable-text.js';

/** In UTF-16 code units. */
const longestSearch = 200;

/**
 * What a statement must say now, as a condition on `statement`, by its current revision or a translation of that.
 * @throws Fault BAD_USER_INPUT for a search that is too long
 */
export function matchesSearch(search: string): RawBuilder<boolean> {
  return saysWhat(search, searchConfigurations, sql<boolean>`true`);
}

/** The same, in a language or a variety of it ("fr" stands for "fr-CA" too); null for whatever it says. */
export function matchesSearchIn(language: string, search: string | null): RawBuilder<boolean> {
  const range = canonicalLanguage(language);
  if (range === null) return sql<boolean>`false`;
  const inLanguage = sql<boolean>`
    (search_document.language = ${range} or starts_with(search_document.language, ${`${range}-`}))`;
  if (search !== null) return saysWhat(search, [searchConfigurationOf(range)], inLanguage);
  return sql<boolean>`statement.id in (select statement_id from search_document where ${inLanguage})`;
}

/**
 * A query is read by the dictionary that a document was made with; as there are many, each is asked in turn. One that
 * names nothing to look for, only what to leave out, would read all documents: it finds nothing.
 */
function saysWhat(
  search: string,
  configurations: readonly string[],
  condition: RawBuilder<boolean>,
): RawBuilder<boolean> {
  return sql<boolean>`statement.id in (
    select search_document.statement_id
      from (
        select name, websearch_to_tsquery(name::regconfig, ${queryOf(search)}) as query
          from unnest(${configurations}::text[]) as configured (name)
      ) as asked
      join search_document
        on search_document.configuration = asked.name and search_document.document @@ asked.query
     where querytree(asked.query) not in ('', 'T') and ${condition})`;
}

function queryOf(search: string): string {
  if (search.length > longestSearch) throw badInput(`"search" is longer than ${longestSearch} characters.`);
  return searchableText(
    search
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{Cc}+/gu, ' '),
  );
}
