import { Migration } from '@mikro-orm/migrations';

const statement = `
  create table statement (
    id uuid primary key,
    slug text not null constraint statement_slug unique,
    kind text not null,
    coalition_id uuid not null,
    co_author_ids uuid[] not null,
    title text collate "und-x-icu" not null,
    current_number integer not null,
    created_at timestamptz not null,
    withdrawn_at timestamptz
  )`;

const revision = `
  create table revision (
    id uuid primary key,
    statement_id uuid not null references statement,
    number integer not null check (number >= 1),
    digest text not null,
    language text not null,
    title text not null,
    text text not null,
    published_at timestamptz not null,
    constraint revision_number unique (statement_id, number)
  )`;

/** A signed text must not change, whatever a later version of the program does wrong. */
const immutable = `
  create function revision_is_immutable() returns trigger language plpgsql as $$
  begin
    raise exception 'a revision never changes';
  end $$`;

const guard = `
  create trigger revision_is_immutable before update or delete on revision
  for each row execute function revision_is_immutable()`;

/** Foreign keys would let an event of another service overtake the row it refers to only to get stuck. */
const state = `
  create table statement_state (
    statement_id uuid primary key,
    open boolean not null default false,
    delivered boolean not null default false,
    first_opened_number integer
  )`;

const update = `
  create table statement_update (
    sequence bigint generated always as identity primary key,
    statement_id uuid not null,
    kind text not null,
    revision_id uuid,
    signature_id uuid,
    occurred_at timestamptz not null,
    stream text not null,
    position bigint not null,
    constraint statement_update_once unique (stream, position)
  )`;

export class Statements001 extends Migration {
  override up(): void {
    this.addSql(statement);
    this.addSql('create index statement_by_age on statement (created_at, id)');
    this.addSql('create index statement_by_title on statement (title, id)');
    this.addSql('create index statement_of_coalition on statement (coalition_id, created_at, id)');
    this.addSql('create index statement_of_co_author on statement using gin (co_author_ids)');
    this.addSql(revision);
    this.addSql(immutable);
    this.addSql(guard);
    this.addSql(state);
    this.addSql(update);
    this.addSql('create index statement_update_of_statement on statement_update (statement_id, sequence)');
    this.addSql('create table known_organisation (id uuid primary key)');
    this.addSql('create table known_coalition (id uuid primary key)');
  }
}
