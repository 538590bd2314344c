import { Migration } from '@mikro-orm/migrations';

/** The local time is kept as it was stated; the instant is what it meant then. */
const deadline = `
  create table deadline (
    id uuid primary key,
    event_id uuid not null references event,
    kind text not null,
    label text,
    local_time text not null,
    timezone text not null,
    instant timestamptz not null,
    ambiguous boolean not null,
    constraint deadline_once unique nulls not distinct (event_id, kind, label)
  )`;

const sideEvent = `
  create table side_event (
    id uuid primary key,
    event_id uuid not null references event,
    title text collate "und-x-icu" not null,
    organiser_ids uuid[] not null check (cardinality(organiser_ids) > 0),
    starts_at timestamptz not null,
    place text not null,
    constraint side_event_once unique (event_id, title, starts_at)
  )`;

/** What was recorded before had no other form than being read out. */
const manner = `
  alter table delivery
    add column mode text not null default 'ORAL',
    add column speaker_id uuid,
    add column on_behalf_of_ids uuid[] not null default '{}',
    add column reference text,
    add column addressees text,
    drop constraint delivery_once,
    add constraint delivery_once unique nulls not distinct (statement_id, event_id, list_id, agenda_item_id, mode)`;

const update = `
  create table event_update (
    sequence bigint generated always as identity primary key,
    event_id uuid not null,
    kind text not null,
    agenda_item_id uuid,
    deadline_id uuid,
    delivery_id uuid,
    side_event_id uuid,
    occurred_at timestamptz not null,
    stream text not null,
    position bigint not null,
    constraint event_update_once unique (stream, position)
  )`;

/** Deadlines, side events, the form of deliveries, and the update feed. */
export class Events002 extends Migration {
  override up(): void {
    this.addSql('alter table event add column timezone text');
    this.addSql(deadline);
    this.addSql('create index deadline_of_event on deadline (event_id, instant, id)');
    this.addSql(sideEvent);
    this.addSql('create index side_event_of_event on side_event (event_id, starts_at, id)');
    this.addSql(manner);
    this.addSql(update);
    this.addSql('create index event_update_of_event on event_update (event_id, sequence)');
  }
}
