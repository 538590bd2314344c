import { randomUUID } from 'node:crypto';
import { recordStatements, setHubTime } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { administrator, coordinator, type EventsWorld, startEventsWorld, stranger } from './events-world.js';

let world: EventsWorld;
let eventId: string;

beforeAll(async () => {
  world = await startEventsWorld();
  eventId = (await world.createEvent({ slug: 'geneva', timezone: 'Europe/Zurich' })).event?.id ?? '';
});
afterAll(() => world.test.stop());

const another = () => `Deadline ${randomUUID()}`;

const read = `query ($slug: String!) { event(slug: $slug) {
  timezone deadlines { kind label localTime timezone instant ambiguous passed } } }`;

interface Deadlines {
  readonly event: {
    readonly timezone: string | null;
    readonly deadlines: readonly Readonly<Record<string, unknown>>[];
  };
}

const deadlinesOf = async (slug: string) =>
  (await world.test.data<Deadlines>(read, { variables: { slug } })).event;

test('a deadline reads back as it was stated, with its instant, in the timezone of the event', async () => {
  const { event } = await world.createEvent({ slug: 'read-back', timezone: 'europe/zurich' });
  const { __typename } = await world.addDeadline({
    ...{ eventId: event?.id, label: 'At noon', timezone: undefined },
  });
  expect(__typename).toBe('AddDeadlineSuccess');
  expect(await deadlinesOf('read-back')).toEqual({
    timezone: 'Europe/Zurich',
    deadlines: [
      {
        kind: 'WRITTEN_STATEMENT',
        label: 'At noon',
        localTime: '2022-08-29T12:00',
        timezone: 'Europe/Zurich',
        instant: '2022-08-29T10:00:00.000Z',
        ambiguous: false,
        passed: true,
      },
    ],
  });
});

test('an event without a timezone takes deadlines that name one, and no others', async () => {
  const { event } = await world.createEvent({ slug: 'nowhere-yet' });
  const input = { eventId: event?.id, timezone: null };
  expect(await world.addDeadline(input)).toMatchObject({ __typename: 'InvalidInput', field: 'timezone' });
  await world.addDeadline({ ...input, timezone: 'Africa/Banjul' });
  const { timezone, deadlines } = await deadlinesOf('nowhere-yet');
  expect([timezone, deadlines.map((deadline) => deadline['instant'])]).toEqual([
    null,
    ['2022-08-29T12:00:00.000Z'],
  ]);
});

test('they come by instant, not by what the clocks show', async () => {
  const { event } = await world.createEvent({ slug: 'by-instant' });
  for (const [label, localTime, timezone] of [
    ['second', '2022-08-29T12:00', 'Europe/Zurich'],
    ['third', '2022-08-29T08:00', 'America/New_York'],
    ['first', '2022-08-29T13:00', 'Asia/Bangkok'],
  ])
    await world.addDeadline({ eventId: event?.id, label, localTime, timezone });
  const { deadlines } = await deadlinesOf('by-instant');
  expect(deadlines.map(({ label }) => label)).toEqual(['first', 'second', 'third']);
});

test('the database says whether one is over', async () => {
  const { event } = await world.createEvent({ slug: 'over' });
  await world.addDeadline({ eventId: event?.id, localTime: '2040-08-29T12:00' });
  const passed = async () => (await deadlinesOf('over')).deadlines[0]?.['passed'];
  try {
    await setHubTime(world.test.database.adminUrl, '2040-08-29T09:59:59Z');
    expect(await passed()).toBe(false);
    await setHubTime(world.test.database.adminUrl, '2040-08-29T10:00:00Z');
    expect(await passed()).toBe(true);
  } finally {
    await setHubTime(world.test.database.adminUrl, null);
  }
});

describe('when clocks change', () => {
  test('an hour that comes twice is the first one, and says so', async () => {
    const { deadline } = await world.addDeadline({
      eventId,
      label: another(),
      localTime: '2022-10-30T02:30',
    });
    expect(deadline).toMatchObject({ instant: '2022-10-30T00:30:00.000Z', ambiguous: true });
  });

  test('an hour that does not exist is refused', async () => {
    const before = await world.stored();
    expect(await world.addDeadline({ eventId, localTime: '2022-03-27T02:30' })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'localTime',
    });
    expect(await world.stored()).toEqual(before);
  });
});

describe('moving', () => {
  test('keeps the timezone unless another is named', async () => {
    const { deadline } = await world.addDeadline({ eventId, label: another() });
    const deadlineId = deadline?.id;
    const moved = await world.moveDeadline({ deadlineId, localTime: '2022-08-30T12:00' }, coordinator);
    expect(moved.deadline).toEqual({ id: deadlineId, instant: '2022-08-30T10:00:00.000Z' });
    const abroad = { deadlineId, localTime: '2022-08-30T12:00', timezone: 'America/New_York' };
    expect((await world.moveDeadline(abroad)).deadline?.instant).toBe('2022-08-30T16:00:00.000Z');
  });

  test('of two who move it to the same time at once, one does', async () => {
    const { deadline } = await world.addDeadline({ eventId, label: another() });
    const input = { deadlineId: deadline?.id, localTime: '2022-08-31T12:00' };
    const answers = await Promise.all([1, 2].map(() => world.moveDeadline(input)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'InvalidInput',
      'MoveDeadlineSuccess',
    ]);
  });

  test.each([
    ['an unknown deadline', { deadlineId: randomUUID() }, { __typename: 'NotFound' }],
    ['a malformed id', { deadlineId: '\u0000' }, { __typename: 'NotFound' }],
    ['an hour that does not exist', { localTime: '2022-03-27T02:30' }, { field: 'localTime' }],
    ['an unknown timezone', { timezone: 'Mars/Olympus' }, { field: 'timezone' }],
  ])('%s is refused, and nothing stored', async (_what, change, refused) => {
    const { deadline } = await world.addDeadline({ eventId, label: another() });
    const before = await world.stored();
    const input = { deadlineId: deadline?.id, localTime: '2022-08-30T12:00', ...change };
    expect(await world.moveDeadline(input)).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
  });
});

test('DEADLINE_ADDED and DEADLINE_MOVED are told', async () => {
  const { event } = await world.createEvent();
  const { deadline } = await world.addDeadline({ eventId: event?.id });
  await world.moveDeadline({ deadlineId: deadline?.id, localTime: '2022-08-30T12:00' });
  const stated = { eventId: event?.id, deadlineId: deadline?.id, kind: 'WRITTEN_STATEMENT' };
  expect((await world.told(event?.id)).slice(1)).toMatchObject([
    { type: 'DEADLINE_ADDED', data: { ...stated, instant: '2022-08-29T10:00:00.000Z' } },
    { type: 'DEADLINE_MOVED', data: { ...stated, instant: '2022-08-30T10:00:00.000Z' } },
  ]);
});

describe('who may', () => {
  test.each([administrator, coordinator])('%s sets deadlines', async (email) => {
    expect(await world.addDeadline({ eventId, label: another() }, email)).toMatchObject({
      __typename: 'AddDeadlineSuccess',
    });
  });

  test('a stranger neither sets nor moves one', async () => {
    const { deadline } = await world.addDeadline({ eventId, label: another() });
    const before = await world.stored();
    await expect(world.addDeadline({ eventId, label: another() }, stranger)).rejects.toThrow('FORBIDDEN');
    const move = { deadlineId: deadline?.id, localTime: '2022-08-30T12:00' };
    await expect(world.moveDeadline(move, stranger)).rejects.toThrow('FORBIDDEN');
    expect(await world.stored()).toEqual(before);
  });
});

describe('refused, and nothing stored', () => {
  test.each([
    ['an unknown event', { eventId: randomUUID() }, { __typename: 'NotFound' }],
    ['an id of 1 MB', { eventId: 'a'.repeat(1_000_000) }, { __typename: 'NotFound' }],
    ['a time with an offset', { localTime: '2022-08-29T12:00+02:00' }, { field: 'localTime' }],
    ['31 February', { localTime: '2022-02-31T12:00' }, { field: 'localTime' }],
    ['a time of 1 MB', { localTime: '2'.repeat(1_000_000) }, { field: 'localTime' }],
    ['a timezone that is an offset', { timezone: '+02:00' }, { field: 'timezone' }],
    ['an empty timezone', { timezone: '' }, { field: 'timezone' }],
    ['an empty label', { label: '' }, { field: 'label' }],
    ['a label with a zero-width character', { label: 'a\u200Bb' }, { field: 'label' }],
  ])('%s', async (_what, change, refused) => {
    const before = await world.stored();
    expect(await world.addDeadline({ eventId, label: 'Refused', ...change })).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
  });

  test('an unknown timezone of a new event', async () => {
    expect(await world.createEvent({ timezone: 'CEST' })).toMatchObject({ field: 'timezone' });
  });
});

test('of two who set the same deadline at once, one does', async () => {
  const { event } = await world.createEvent();
  const answers = await Promise.all([1, 2].map(() => world.addDeadline({ eventId: event?.id })));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AddDeadlineSuccess', 'InvalidInput']);
});

test('ten at once with one key give one answer', async () => {
  const input = { eventId, label: another(), idempotencyKey: 'deadline-0001' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.addDeadline(input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('below many events they take one statement', async () => {
  await world.test.settled();
  const { statements } = await recordStatements(() =>
    world.test.data(
      '{ events(first: 50) { edges { node { deadlines { instant } sideEvents { title } } } } }',
    ),
  );
  expect(statements).toHaveLength(3);
});
