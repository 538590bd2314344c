import { Migration } from '@mikro-orm/migrations';

/** Who signed how: people in a capacity beside organisations, and names that a coordinator reported. */
const signatories = (table: string) => `
  alter table ${table}
    alter column organisation_id drop not null,
    add column capacity text collate "und-x-icu",
    add column provenance text not null default 'SIGNED_BY_MANDATE'
      check (provenance in ('SIGNED_BY_MANDATE', 'REPORTED_BY_COORDINATOR')),
    add constraint ${table}_organisation_or_person check ((organisation_id is null) = (capacity is not null))`;

/** Nothing else tells people apart: the hub keeps no more of them than the list shows. */
const personOnce = `
  create unique index signature_person_once on signature (statement_id, lower(name), lower(capacity))
   where status = 'SIGNED' and organisation_id is null`;

export class Signatories002 extends Migration {
  override up(): void {
    this.addSql(signatories('signature'));
    this.addSql(signatories('list_entry'));
    this.addSql(personOnce);
    this.addSql('alter table signatory_list add column people integer not null default 0');
    this.addSql('alter table signature_count add column people integer not null default 0');
    // 'ZZ' is no country's code (ISO 3166-1 leaves it to users): bodies of no one country come last.
    this.addSql(
      `create index signature_by_country on signature (statement_id, coalesce(country, 'ZZ'), name, id) where shown`,
    );
    this.addSql(
      'create index signature_by_date on signature (statement_id, signed_on, name, id) where shown',
    );
  }
}
