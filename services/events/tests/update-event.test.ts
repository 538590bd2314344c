import { randomUUID } from 'node:crypto';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  administrator,
  coordinator,
  deliverable,
  type EventsWorld,
  session51,
  startEventsWorld,
  stranger,
} from './events-world.js';

let world: EventsWorld;

beforeAll(async () => {
  world = await startEventsWorld();
});
afterAll(() => world.test.stop());

const inZurich = async (input: object = {}) =>
  (await world.createEvent({ timezone: 'Europe/Zurich', ...input })).event?.id ?? '';

const { body: _, ...details } = session51;

test('changes what is said and leaves the rest, the slug too', async () => {
  const eventId = await inZurich({ slug: 'kept-slug' });
  const { event } = await world.updateEvent({
    eventId,
    title: 'The 51st session',
    place: 'Palais des Nations',
  });
  expect(event).toMatchObject({
    ...details,
    ...{
      slug: 'kept-slug',
      title: 'The 51st session',
      place: 'Palais des Nations',
      timezone: 'Europe/Zurich',
    },
  });
  const emptied = await world.updateEvent({ eventId, session: null, country: null, timezone: null });
  expect(emptied.event).toMatchObject({
    session: null,
    country: null,
    timezone: null,
    startsOn: '2022-09-12',
  });
});

test('is told as EVENT_UPDATED, and to followers as UPDATED', async () => {
  const eventId = await inZurich();
  await world.updateEvent({ eventId, title: 'Renamed' });
  await world.test.settled();
  expect((await world.told(eventId)).slice(1)).toMatchObject([
    { type: 'EVENT_UPDATED', data: { eventId, title: 'Renamed', slug: expect.any(String) } },
  ]);
  const { rows } = await sql<{ kind: string }>`
    select kind from event_update where event_id = ${eventId} order by sequence`.execute(
    world.test.subgraph.service.database.reads,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['CREATED', 'UPDATED']);
});

describe('deadlines, when the timezone changes', () => {
  async function withDeadlines(): Promise<string> {
    const eventId = await inZurich();
    for (const [label, timezone] of [
      ['own', 'Europe/Zurich'],
      ['elsewhere', 'Asia/Bangkok'],
    ])
      await world.addDeadline({ eventId, label, timezone });
    return eventId;
  }

  const elsewhere = {
    ...{ label: 'elsewhere', localTime: '2022-08-29T12:00', timezone: 'Asia/Bangkok' },
    instant: '2022-08-29T05:00:00.000Z',
  };

  test('keep what clocks show where they were stated in it; others stay', async () => {
    const eventId = await withDeadlines();
    const { event } = await world.updateEvent({ eventId, timezone: 'America/New_York' });
    expect(event?.['deadlines']).toEqual([
      elsewhere,
      {
        ...{ label: 'own', localTime: '2022-08-29T12:00', timezone: 'America/New_York' },
        instant: '2022-08-29T16:00:00.000Z',
      },
    ]);
    expect((await world.told(eventId)).slice(3).map(({ type }) => type)).toEqual([
      'EVENT_UPDATED',
      'DEADLINE_MOVED',
    ]);
  });

  test('stay in the timezone that they are stated in, where asked', async () => {
    const eventId = await withDeadlines();
    const input = { eventId, timezone: 'America/New_York', deadlinesFollow: false };
    expect((await world.updateEvent(input)).event?.['deadlines']).toEqual([
      elsewhere,
      {
        ...{ label: 'own', localTime: '2022-08-29T12:00', timezone: 'Europe/Zurich' },
        instant: '2022-08-29T10:00:00.000Z',
      },
    ]);
    expect((await world.told(eventId)).slice(3).map(({ type }) => type)).toEqual(['EVENT_UPDATED']);
  });

  test('stay when there was no timezone, or is none any more', async () => {
    const eventId = await withDeadlines();
    const before = (await world.updateEvent({ eventId, timezone: null })).event?.['deadlines'];
    const after = await world.updateEvent({ eventId, timezone: 'America/New_York' });
    expect(after.event?.['deadlines']).toEqual(before);
  });

  test('refuse a timezone in which one would never come, and nothing is stored', async () => {
    const eventId = await inZurich();
    await world.addDeadline({ eventId, label: 'In the gap', localTime: '2022-03-13T02:30' });
    await world.addDeadline({ eventId, label: 'At noon' });
    const before = await world.stored();
    const refused = await world.updateEvent({ eventId, title: 'Not stored', timezone: 'America/New_York' });
    expect(refused).toMatchObject({ field: 'timezone', message: expect.stringContaining('In the gap') });
    expect(await world.stored()).toEqual(before);
    const { event } = await world.updateEvent({ eventId, session: '52' });
    expect(event).toMatchObject({ title: session51.title, timezone: 'Europe/Zurich' });
  });
});

describe('an event at which statements were made', () => {
  test('stays as it is on record', async () => {
    const input = await deliverable(world);
    await world.test.settled();
    expect((await world.updateEvent({ eventId: input.eventId, title: 'Before' })).event).toMatchObject({
      title: 'Before',
    });
    expect((await world.recordDelivery(input)).__typename).toBe('RecordDeliverySuccess');
    const before = await world.stored();
    expect(await world.updateEvent({ eventId: input.eventId, title: 'After' })).toMatchObject({
      ...{ __typename: 'EventHasDeliveries', code: 'EVENT_HAS_DELIVERIES' },
    });
    expect(await world.stored()).toEqual(before);
  });

  test('keeps its title and session for what was handed in ahead, and may yet be moved', async () => {
    const { agendaItemId: _item, ...input } = await deliverable(world);
    const { eventId } = input;
    await world.test.settled();
    const paper = { ...input, mode: 'WRITTEN', deliveredOn: '2022-08-29' };
    expect((await world.recordDelivery(paper)).__typename).toBe('RecordDeliverySuccess');
    const before = await world.stored();
    for (const [change, refused] of [
      [{ title: 'Another session' }, { code: 'EVENT_HAS_DELIVERIES' }],
      [{ session: '52' }, { code: 'EVENT_HAS_DELIVERIES' }],
      [{ startsOn: '2023-08-30', endsOn: '2023-09-30' }, { field: 'startsOn' }],
      [{ startsOn: '2022-08-01', endsOn: '2022-08-28' }, { field: 'endsOn' }],
    ] as const)
      expect(await world.updateEvent({ eventId, ...change })).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
    const moved = {
      startsOn: '2023-08-29',
      endsOn: '2023-09-30',
      place: 'New York',
      timezone: 'America/New_York',
    };
    expect((await world.updateEvent({ eventId, ...moved })).event).toMatchObject(moved);
  });

  test('has a day that it was on, whoever moves it meanwhile', async () => {
    const { reads } = world.test.subgraph.service.database;
    const input = await deliverable(world);
    await world.test.settled();
    let recording: ReturnType<typeof world.recordDelivery> | undefined;
    let moving: ReturnType<typeof world.updateEvent> | undefined;
    await reads.transaction().execute(async (tx) => {
      await sql`lock table audit_entry in share mode`.execute(tx);
      recording = world.recordDelivery(input);
      await waitingFor('audit_entry');
      moving = world.updateEvent({ eventId: input.eventId, startsOn: '2022-10-01' });
      await waitingFor('transactionid');
    });
    expect((await recording)?.__typename).toBe('RecordDeliverySuccess');
    expect(await moving).toMatchObject({ code: 'EVENT_HAS_DELIVERIES' });
  });

  test('is not delivered at on a day that it was just moved off', async () => {
    const { reads } = world.test.subgraph.service.database;
    const input = await deliverable(world);
    await world.test.settled();
    let recording: ReturnType<typeof world.recordDelivery> | undefined;
    let moving: ReturnType<typeof world.updateEvent> | undefined;
    await reads.transaction().execute(async (tx) => {
      await sql`lock table audit_entry in share mode`.execute(tx);
      moving = world.updateEvent({ eventId: input.eventId, startsOn: '2022-10-01' });
      await waitingFor('audit_entry');
      recording = world.recordDelivery(input);
      await waitingFor('transactionid');
    });
    expect((await moving)?.__typename).toBe('UpdateEventSuccess');
    expect(await recording).toMatchObject({ field: 'deliveredOn' });
  });

  const waitingFor = (what: string) =>
    waitUntil(
      async () => {
        const { rows } = await sql`
          select from pg_locks join pg_stat_activity using (pid)
           where not granted and datname = current_database()
             and (locktype = ${what} or relation = to_regclass(${what}))`.execute(
          world.test.subgraph.service.database.reads,
        );
        return rows.length > 0;
      },
      { what: `somebody who waits for ${what}` },
    );
});

describe('who may', () => {
  test.each([administrator, coordinator])('%s changes events', async (email) => {
    const eventId = await inZurich();
    expect(await world.updateEvent({ eventId, title: `By ${email}` }, email)).toMatchObject({
      __typename: 'UpdateEventSuccess',
    });
  });

  test('a stranger does not', async () => {
    const eventId = await inZurich();
    const before = await world.stored();
    await expect(world.updateEvent({ eventId, title: 'Taken over' }, stranger)).rejects.toThrow('FORBIDDEN');
    expect(await world.stored()).toEqual(before);
  });
});

describe('refused, and nothing stored', () => {
  test.each([
    ['an unknown event', { eventId: randomUUID() }, { __typename: 'NotFound' }],
    ['an id of 1 MB', { eventId: 'a'.repeat(1_000_000) }, { __typename: 'NotFound' }],
    ['nothing that changes', { title: session51.title }, { field: 'eventId' }],
    ['no change at all', {}, { field: 'eventId' }],
    ['no title', { title: null }, { field: 'title' }],
    ['an empty title', { title: '' }, { field: 'title' }],
    ['no first day', { startsOn: null }, { field: 'startsOn' }],
    ['an end before the beginning', { endsOn: '2022-09-11' }, { field: 'endsOn' }],
    ['an unknown country', { country: 'XX' }, { field: 'country' }],
    ['an unknown timezone', { timezone: 'CEST' }, { field: 'timezone' }],
    ['a beginning after the end', { startsOn: '2022-10-20' }, { field: 'startsOn' }],
    ['a first day after a side event', { startsOn: '2022-09-25' }, { field: 'startsOn' }],
    ['a last day before a side event', { endsOn: '2022-09-15' }, { field: 'endsOn' }],
  ])('%s', async (_what, change, refused) => {
    const eventId = await inZurich();
    const organiserIds = [await world.organisation()];
    await world.test.settled();
    await world.addSideEvent({
      ...{ eventId, title: 'Panel', organiserIds, startsAt: '2022-09-20T11:00:00Z', place: 'Room XXV' },
    });
    const before = await world.stored();
    expect(await world.updateEvent({ eventId, ...change })).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
  });
});

test('ten at once with one key give one answer, and of two same changes one is made', async () => {
  const eventId = await inZurich();
  const input = { eventId, title: 'Once', idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.updateEvent(input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const twice = await Promise.all([1, 2].map(() => world.updateEvent({ eventId, title: 'Twice' })));
  expect(new Set(twice.map(({ __typename }) => __typename))).toEqual(
    new Set(['InvalidInput', 'UpdateEventSuccess']),
  );
});
