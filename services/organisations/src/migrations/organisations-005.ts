import { Migration } from '@mikro-orm/migrations';

/** What there was before was granted outright. */
const mandate = [
  `alter table mandate
     add starts_on date,
     add reference text,
     add state text not null default 'GRANTED',
     add offered_by text,
     add answer_by date,
     add constraint mandate_days check (ends_on >= starts_on),
     add constraint mandate_offer check (state = 'GRANTED' or (offered_by is not null and answer_by is not null))`,
  'create index mandate_of_organisation on mandate (organisation_id, decided_on, id)',
];

/** Who wants to administer an organisation. Nothing public follows from these rows. */
const claim = `
  create table organisation_claim (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    person_id text not null,
    claimed_by text not null,
    sealed_name text,
    way text not null,
    state text not null,
    domain text,
    claimed_at timestamptz not null,
    confirm_by date,
    decided_on date,
    decided_by text,
    reference text,
    answered_at timestamptz,
    answered_by text,
    reason text,
    mandate_id uuid references mandate,
    constraint organisation_claim_way check (
      (way = 'MAILBOX' and domain is not null and confirm_by is not null)
      or (way = 'REQUEST' and decided_on is not null and decided_by is not null))
  )`;

/** What an organisation calls a representative, sealed by a key outside the database. */
const representative = `
  create table representative (
    organisation_id uuid not null references organisation,
    person_id text not null,
    sealed_name text not null,
    primary key (organisation_id, person_id)
  )`;

/** Organisations are claimed, representatives invited, mandates offered. */
export class Organisations005 extends Migration {
  override up(): void {
    for (const statement of [
      ...mandate,
      claim,
      `create unique index organisation_claim_pending on organisation_claim (organisation_id, person_id, way)
         where state = 'PENDING'`,
      'create index organisation_claim_of_person on organisation_claim (person_id, claimed_at, id)',
      'create index organisation_claim_by on organisation_claim (claimed_by) where state = $$PENDING$$',
      'create index organisation_claim_of_organisation on organisation_claim (organisation_id, claimed_at, id)',
      representative,
    ]) {
      this.addSql(statement);
    }
  }
}
