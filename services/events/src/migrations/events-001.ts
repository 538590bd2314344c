import { Migration } from '@mikro-orm/migrations';

/** Digits compare by value, so that agenda item 4 comes before 10. */
const naturalOrder = `create collation natural_order (provider = icu, locale = 'und-u-kn-true')`;

const body = `
  create table body (
    id uuid primary key,
    code text not null constraint body_code unique,
    name text collate "und-x-icu" not null
  )`;

const event = `
  create table event (
    id uuid primary key,
    slug text not null constraint event_slug unique,
    title text collate "und-x-icu" not null,
    body_id uuid not null references body,
    session text,
    starts_on date not null,
    ends_on date not null,
    place text not null,
    country text,
    constraint event_days check (ends_on >= starts_on)
  )`;

/** The second unique constraint lets a delivery be bound to an item of its own event. */
const agendaItem = `
  create table agenda_item (
    id uuid primary key,
    event_id uuid not null references event,
    number text collate natural_order not null,
    title text not null,
    constraint agenda_item_number unique (event_id, number),
    constraint agenda_item_of_event unique (event_id, id)
  )`;

/** A statement may be made again at the same event, under another item or with a later list. */
const delivery = `
  create table delivery (
    id uuid primary key,
    statement_id uuid not null,
    event_id uuid not null references event,
    agenda_item_id uuid,
    list_id uuid not null,
    list_digest text not null,
    delivered_on date not null,
    delivered_by_ids uuid[] not null check (cardinality(delivered_by_ids) > 0),
    constraint delivery_agenda_item foreign key (event_id, agenda_item_id) references agenda_item (event_id, id),
    constraint delivery_once unique nulls not distinct (statement_id, event_id, list_id, agenda_item_id)
  )`;

const known = [
  'create table known_statement (id uuid primary key, coalition_id uuid not null)',
  'create table known_list (id uuid primary key, statement_id uuid not null, digest text not null)',
  'create index known_list_of_statement on known_list (statement_id)',
  'create table known_organisation (id uuid primary key)',
];

export class Events001 extends Migration {
  override up(): void {
    this.addSql(naturalOrder);
    this.addSql(body);
    this.addSql(event);
    this.addSql('create index event_in_order on event (starts_on, id)');
    this.addSql('create index event_of_body on event (body_id, starts_on, id)');
    this.addSql(agendaItem);
    this.addSql(delivery);
    this.addSql('create index delivery_of_event on delivery (event_id, delivered_on, id)');
    this.addSql('create index delivery_of_statement on delivery (statement_id, delivered_on, id)');
    for (const table of known) this.addSql(table);
  }
}
