import { Migration } from '@mikro-orm/migrations';
import { documentText } from '../search/keep-searchable.js';
import {
  configurationNamed,
  dictionaryNames,
  searchConfigurationOf,
} from '../search/search-configuration.js';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';

/**
 * The configuration is in the index too: words that languages share would otherwise be looked up in all documents once
 * per configuration. Without a pending list: searching must not wait for writers.
 */
const searchDocument = [
  `create table search_document (
    statement_id uuid not null references statement,
    language text not null,
    configuration text not null,
    document tsvector not null,
    primary key (statement_id, language)
  )`,
  'create index search_document_words on search_document using gin (configuration, document) with (fastupdate = off)',
  'create index search_document_in_language on search_document (language, statement_id)',
];

/** Dictionaries of PostgreSQL, behind one that takes accents away: people search without them, and by habit with them. */
function configuration(name: string, dictionary: string): string[] {
  const ours = configurationNamed(name);
  return [
    `create text search configuration ${ours} (copy = pg_catalog.${name})`,
    `alter text search configuration ${ours}
       alter mapping for hword, hword_part, word with unaccent, ${dictionary}`,
  ];
}

/** Texts that are read at a time. */
const batch = 100;

interface CurrentText {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly addressees: readonly Addressee[];
  readonly footnotes: readonly Footnote[];
}

/** Search in each language by its own rules. */
export class Statements003 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      'create extension if not exists unaccent',
      'create extension if not exists btree_gin',
      ...configuration('simple', 'simple'),
      ...dictionaryNames.flatMap((name) => configuration(name, `${name}_stem`)),
      ...searchDocument,
    ]) {
      await this.execute(statement);
    }
    await this.#makeDocuments();
  }

  /** What is there already is found by the same rules as what comes. */
  async #makeDocuments(): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = (await this.execute(
        `select statement.id, language, revision.title, text, addressees, footnotes
           from statement join revision on statement_id = statement.id and number = current_number
          where statement.id > ? order by statement.id limit ${batch}`,
        [after],
      )) as unknown as CurrentText[];
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
      const documents = rows.map((row) => ({
        statement_id: row.id,
        language: row.language,
        configuration: searchConfigurationOf(row.language),
        said: documentText(row),
      }));
      await this.execute(
        `insert into search_document
         select statement_id, language, configuration, to_tsvector(configuration::regconfig, said)
           from jsonb_to_recordset(?::jsonb)
             as made (statement_id uuid, language text, configuration text, said text)`,
        [JSON.stringify(documents)],
      );
    }
  }
}
