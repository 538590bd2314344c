import { Migration } from '@mikro-orm/migrations';
import { countWords } from '../words/count-words.js';

const structure = `
  alter table revision
    add addressees jsonb not null default '[]',
    add footnotes jsonb not null default '[]',
    add word_count integer`;

/** No foreign keys: what the registry tells may overtake, and be overtaken. */
const membership = `
  create table known_membership (
    id uuid primary key,
    coalition_id uuid not null,
    organisation_id uuid not null,
    joined_on date not null,
    ended_on date
  )`;

const amendment = `
  create table amendment (
    id uuid primary key,
    statement_id uuid not null references statement,
    revision_number integer not null,
    passage text not null,
    replacement text not null,
    reason text not null,
    organisation_id uuid not null,
    shared boolean not null,
    proposed_at timestamptz not null,
    state text not null,
    note text,
    decided_at timestamptz,
    resulting_revision_id uuid references revision,
    foreign key (statement_id, revision_number) references revision (statement_id, number)
  )`;

const comment = `
  create table comment (
    id uuid primary key,
    statement_id uuid not null references statement,
    amendment_id uuid references amendment,
    organisation_id uuid,
    shared boolean not null,
    text text not null,
    written_at timestamptz not null
  )`;

const translation = `
  create table translation (
    id uuid primary key,
    revision_id uuid not null references revision,
    language text not null,
    title text not null,
    text text not null,
    word_count integer not null,
    added_at timestamptz not null,
    constraint translation_once unique (revision_id, language)
  )`;

const indexes = [
  'create index known_membership_of_organisation on known_membership (organisation_id, coalition_id)',
  'create index amendment_of_statement on amendment (statement_id, proposed_at, id)',
  'create index comment_of_statement on comment (statement_id, written_at, id)',
  'create index comment_of_amendment on comment (amendment_id, written_at, id) where amendment_id is not null',
];

/** Revisions whose words are counted at a time. */
const batch = 100;

interface TextRow {
  readonly id: string;
  readonly language: string;
  readonly text: string;
}

/** What is asked of whom, consultation of members, amendments, comments, translations. */
export class Statements002 extends Migration {
  override async up(): Promise<void> {
    await this.execute(structure);
    await this.#countWords();
    await this.execute('alter table revision alter word_count set not null');
    await this.execute('alter table statement add consultation_from_number integer');
    await this.execute('alter table statement_update add amendment_id uuid');
    for (const statement of [membership, amendment, comment, translation, ...indexes]) {
      await this.execute(statement);
    }
  }

  /** Nothing that anybody signed changes: the guard is lifted for a column that did not exist until now. */
  async #countWords(): Promise<void> {
    await this.execute('alter table revision disable trigger revision_is_immutable');
    for (;;) {
      const rows = (await this.execute(
        `select id, language, text from revision where word_count is null limit ${batch}`,
      )) as unknown as TextRow[];
      if (rows.length === 0) break;
      const counts = rows.map(({ id, language, text }) => ({ id, count: countWords(language, text) }));
      await this.execute(
        `update revision set word_count = counted.count
           from jsonb_to_recordset(?::jsonb) as counted (id uuid, count integer)
          where revision.id = counted.id`,
        [JSON.stringify(counts)],
      );
    }
    await this.execute('alter table revision enable trigger revision_is_immutable');
  }
}
