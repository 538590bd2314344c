import { Migration } from '@mikro-orm/migrations';

const organisation = `
  create table organisation (
    id uuid primary key,
    slug text not null constraint organisation_slug unique,
    name text collate "und-x-icu" not null,
    other_names jsonb not null,
    country text,
    region text,
    website text,
    identifiers jsonb not null
  )`;

const coalition = `
  create table coalition (
    id uuid primary key,
    slug text not null constraint coalition_slug unique,
    name text collate "und-x-icu" not null,
    purpose text
  )`;

/** Two stays of one organisation in one coalition never overlap; both days count. */
const membership = `
  create table membership (
    id uuid primary key,
    coalition_id uuid not null references coalition,
    organisation_id uuid not null references organisation,
    role text not null,
    joined_on date not null,
    ended_on date,
    constraint membership_days check (ended_on >= joined_on),
    constraint membership_overlap exclude using gist (
      coalition_id with =, organisation_id with =, daterange(joined_on, ended_on, '[]') with &&)
  )`;

const mandate = `
  create table mandate (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    person_id text not null,
    scopes text[] not null,
    statement_id uuid,
    decided_on date not null,
    decided_by text not null,
    ends_on date,
    revoked_at timestamptz
  )`;

const role = `
  create table role (
    id uuid primary key,
    person_id text not null,
    coalition_id uuid references coalition,
    role text not null,
    revoked_at timestamptz
  )`;

export class Organisations001 extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql(organisation);
    this.addSql('create index organisation_in_order on organisation (name, id)');
    this.addSql(`create unique index organisation_once on organisation (lower(name), coalesce(country, ''))`);
    this.addSql(
      `create index organisation_identifier on organisation using gin (identifiers jsonb_path_ops)`,
    );
    this.addSql(coalition);
    this.addSql('create index coalition_in_order on coalition (name, id)');
    this.addSql(membership);
    this.addSql('create index membership_of_coalition on membership (coalition_id, organisation_id)');
    this.addSql('create index membership_of_organisation on membership (organisation_id)');
    this.addSql(mandate);
    this.addSql('create index mandate_of_person on mandate (person_id) where revoked_at is null');
    this.addSql(role);
    this.addSql(
      `create unique index role_once on role (person_id, role, coalition_id) nulls not distinct where revoked_at is null`,
    );
  }
}
