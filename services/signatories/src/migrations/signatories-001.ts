import { Migration } from '@mikro-orm/migrations';

const signingWindow = `
  create table signing_window (
    statement_id uuid primary key,
    revision_id uuid not null,
    revision_digest text not null,
    opening integer not null,
    closes_at timestamptz not null,
    closed_at timestamptz
  )`;

/**
 * No foreign key leads to a projection: those are emptied and filled again while signatures stay. None leads to the
 * window either: checking it would lock, and so write, that one row for every signature.
 */
const signature = `
  create table signature (
    id uuid primary key,
    statement_id uuid not null,
    organisation_id uuid not null,
    revision_id uuid not null,
    revision_digest text not null,
    name text collate "und-x-icu" not null,
    country text,
    region text,
    status text not null check (status in ('SIGNED', 'WITHDRAWN')),
    shown boolean not null,
    late boolean not null,
    signed_on date not null,
    signed_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint signature_live_is_shown check (shown or status = 'WITHDRAWN'),
    constraint signature_withdrawn_at check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
  )`;

const signatoryList = `
  create table signatory_list (
    id uuid primary key,
    statement_id uuid not null references signing_window,
    revision_id uuid not null,
    digest text not null,
    size integer not null,
    frozen_at timestamptz not null
  )`;

const listEntry = `
  create table list_entry (
    list_id uuid not null references signatory_list,
    signature_id uuid not null references signature,
    organisation_id uuid not null,
    revision_id uuid not null,
    name text collate "und-x-icu" not null,
    country text,
    region text,
    late boolean not null,
    signed_on date not null,
    primary key (list_id, signature_id)
  )`;

const counts = [
  'create table signature_count (statement_id uuid primary key, count integer not null, as_of timestamptz not null)',
  'create table place_count (statement_id uuid not null, country text, region text, count integer not null)',
  'create unique index place_count_once on place_count (statement_id, country, region) nulls not distinct',
];

const known = [
  `create table known_statement (
    id uuid primary key,
    coalition_id uuid not null,
    co_author_ids uuid[] not null,
    withdrawn boolean not null
  )`,
  `create table known_revision (
    id uuid primary key,
    statement_id uuid not null,
    number integer not null,
    digest text not null
  )`,
  'create index known_revision_of_statement on known_revision (statement_id, number)',
  'create table known_organisation (id uuid primary key, name text not null, country text, region text)',
  `create table known_delivery (
    id uuid primary key,
    statement_id uuid not null,
    list_id uuid not null,
    delivered_on date not null,
    position integer not null
  )`,
  'create index known_delivery_latest on known_delivery (statement_id, delivered_on, position)',
];

export class Signatories001 extends Migration {
  override up(): void {
    this.addSql(signingWindow);
    this.addSql(signature);
    this.addSql(
      `create unique index signature_once on signature (statement_id, organisation_id) where status = 'SIGNED'`,
    );
    this.addSql('create index signature_in_order on signature (statement_id, name, id) where shown');
    this.addSql(
      'create index signature_of_organisation on signature (organisation_id, signed_on, id) where shown',
    );
    this.addSql(signatoryList);
    this.addSql('create index signatory_list_of_statement on signatory_list (statement_id, frozen_at, id)');
    this.addSql(listEntry);
    this.addSql('create index list_entry_in_order on list_entry (list_id, name, signature_id)');
    this.addSql('create index list_entry_of_signature on list_entry (signature_id)');
    for (const statement of [...counts, ...known]) this.addSql(statement);
  }
}
