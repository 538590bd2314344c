import { Migration } from '@mikro-orm/migrations';
import { nameKeysOf } from '../matching/name-keys.js';

/** A merged organisation stays, to be found by its old id and slug; its name may be given again. */
const organisation = [
  `alter table organisation
     add legal_name text,
     add acronym text,
     add kind text not null default 'ASSOCIATION',
     add parent_id uuid references organisation,
     add consultative_category text,
     add consultative_since date,
     add merged_into uuid references organisation,
     add constraint organisation_not_above_itself check (parent_id <> id),
     add constraint organisation_not_merged_into_itself check (merged_into <> id)`,
  `update organisation set other_names = (
     select jsonb_agg(entry || jsonb_build_object('kind',
              case when entry ->> 'language' is null then 'ALIAS' else 'OTHER_LANGUAGE' end) order by place)
       from jsonb_array_elements(other_names) with ordinality as listed(entry, place))
    where other_names <> '[]'`,
  'drop index organisation_once',
  `create unique index organisation_once on organisation (lower(name), coalesce(country, '')) where merged_into is null`,
  'create index organisation_below on organisation (parent_id, name, id) where parent_id is not null',
  'create index organisation_merged on organisation (merged_into) where merged_into is not null',
];

const networkConstituent = `
  create table network_constituent (
    network_id uuid not null references organisation,
    organisation_id uuid not null references organisation,
    primary key (network_id, organisation_id),
    constraint network_not_within_itself check (network_id <> organisation_id)
  )`;

/**
 * Keys are compared byte by byte, whatever the cluster's locale. Without a pending list in the index: searching must
 * not become slower by what an import has just entered.
 */
const nameKey = `
  create table name_key (
    organisation_id uuid not null references organisation,
    position integer not null,
    identity text collate "C" not null,
    country text,
    keys text[] collate "C" not null,
    latin boolean not null,
    primary key (organisation_id, position)
  )`;

const nameWord = 'create table name_word (word text collate "C" primary key, uses integer not null)';

const toldApart = `
  create table told_apart (
    one uuid not null references organisation,
    other uuid not null references organisation,
    primary key (one, other),
    constraint told_apart_ordered check (one < other)
  )`;

const duplicateProposal = `
  create table duplicate_proposal (
    one uuid not null,
    other uuid not null,
    reason text not null,
    distance integer not null,
    primary key (one, other),
    constraint duplicate_proposal_ordered check (one < other)
  )`;

/** Rows whose keys are made at a time. */
const batch = 1_000;

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly { name: string; country?: string | null }[];
  readonly country: string | null;
}

/** Names of several kinds, hierarchy, and what finds organisations by names as people print them. */
export class Organisations002 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      'create extension if not exists pg_trgm',
      ...organisation,
      networkConstituent,
      'create index network_of on network_constituent (organisation_id)',
      nameKey,
      'create index name_key_identity on name_key (identity)',
      'create index name_key_keys on name_key using gin (keys) with (fastupdate = off)',
      nameWord,
      `create index name_word_spelling on name_word using gin (word gin_trgm_ops) with (fastupdate = off)
         where word ~ '^[a-z]{4,40}$'`,
      toldApart,
      'create index told_apart_other on told_apart (other)',
      duplicateProposal,
      'create index duplicate_proposal_in_order on duplicate_proposal (distance, one, other)',
      'create index duplicate_proposal_other on duplicate_proposal (other)',
    ]) {
      await this.execute(statement);
    }
    await this.#keyNames();
  }

  /** Names that are there already get their keys from the same function as new ones. */
  async #keyNames(): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = (await this.execute(
        `select id, name, other_names as "otherNames", country from organisation where id > ? order by id limit ${batch}`,
        [after],
      )) as unknown as NamedRow[];
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
      const keys = nameKeysOf(rows.map((row) => ({ ...row, legalName: null, acronym: null })));
      await this.execute(
        `insert into name_key select * from jsonb_to_recordset(?::jsonb)
           as entry (organisation_id uuid, position integer, identity text, country text, keys text[], latin boolean)`,
        [JSON.stringify(keys)],
      );
    }
  }
}
