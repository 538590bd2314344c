import type { Emit, Unit } from '@coalition-hub/subgraph';
import { deadlineMoment } from '../deadlines/deadline-moment.js';
import type { Tables } from '../entities/tables.js';
import type { DeadlineKind } from '../types/deadline-kind.js';
import type { AgendaItemSeed, DeadlineSeed, EventSeed, SideEventSeed } from './event-seed.js';

type Told = [unit: Unit<Tables>, emit: Emit, eventId: string];

/** Enters an event, telling the other services what commands would have told them. */
export async function seedEvent(unit: Unit<Tables>, emit: Emit, seed: EventSeed): Promise<void> {
  const { id: eventId, slug, title } = seed.event;
  await insertEvent(unit, seed);
  emit({ type: 'EVENT_CREATED', subject: eventId, data: { eventId, slug, title } });
  const told: Told = [unit, emit, eventId];
  for (const item of seed.agendaItems ?? []) await enterAgendaItem(told, item);
  for (const deadline of seed.deadlines ?? []) await enterDeadline(told, deadline);
  for (const sideEvent of seed.sideEvents ?? []) await enterSideEvent(told, sideEvent);
}

async function insertEvent({ sql }: Unit<Tables>, { body, event }: EventSeed): Promise<void> {
  const { startsOn, endsOn, ...shown } = event;
  await sql
    .insertInto('body')
    .values(body)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const { id } = await sql
    .selectFrom('body')
    .select('id')
    .where('code', '=', body.code)
    .executeTakeFirstOrThrow();
  await sql
    .insertInto('event')
    .values({ ...shown, body_id: id, starts_on: startsOn, ends_on: endsOn })
    .execute();
}

async function enterAgendaItem([{ sql }, emit, eventId]: Told, item: AgendaItemSeed): Promise<void> {
  await sql
    .insertInto('agenda_item')
    .values({ ...item, event_id: eventId })
    .execute();
  const data = { eventId, agendaItemId: item.id, number: item.number };
  emit({ type: 'AGENDA_ITEM_ADDED', subject: eventId, data });
}

async function enterDeadline([{ sql }, emit, eventId]: Told, deadline: DeadlineSeed): Promise<void> {
  const { id, label, localTime, timezone } = deadline;
  const kind = deadline.kind as DeadlineKind;
  const { instant, ambiguous } = deadlineMoment(localTime, timezone);
  const stated = { id, kind, label, timezone, instant, ambiguous };
  await sql
    .insertInto('deadline')
    .values({ ...stated, event_id: eventId, local_time: localTime })
    .execute();
  const data = { eventId, deadlineId: id, kind, instant };
  emit({ type: 'DEADLINE_ADDED', subject: eventId, data });
}

async function enterSideEvent([{ sql }, emit, eventId]: Told, sideEvent: SideEventSeed): Promise<void> {
  const { organiserIds, startsAt, ...shown } = sideEvent;
  const keys = { event_id: eventId, organiser_ids: [...organiserIds], starts_at: startsAt };
  await sql
    .insertInto('side_event')
    .values({ ...shown, ...keys })
    .execute();
  emit({ type: 'SIDE_EVENT_ADDED', subject: eventId, data: { eventId, sideEventId: sideEvent.id } });
}
