import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coordinator, type EventsWorld, startEventsWorld, stranger } from './events-world.js';

let world: EventsWorld;
let ready: Awaited<ReturnType<typeof announceable>>;

beforeAll(async () => {
  world = await startEventsWorld();
  ready = await announceable();
  await world.test.settled();
});
afterAll(() => world.test.stop());

async function announceable() {
  const { event } = await world.createEvent();
  return {
    eventId: event?.id ?? '',
    title: 'Defenders at borders',
    organiserIds: [await world.organisation()],
    startsAt: '2022-09-20T11:00:00Z',
    place: 'Room XXV',
  };
}

test('a side event reads back below its event, with its organisers in the order given', async () => {
  const { event } = await world.createEvent({ slug: 'with-side-events' });
  const organiserIds = [await world.organisation(), await world.organisation()];
  const input = { ...ready, eventId: event?.id, organiserIds };
  await world.addSideEvent({ ...input, title: 'Later', startsAt: '2022-09-21T13:00:00+02:00' }, coordinator);
  expect(await world.addSideEvent(input, coordinator)).toMatchObject({ __typename: 'AddSideEventSuccess' });
  const answer = await world.test.data(
    '{ event(slug: "with-side-events") { sideEvents { title organisers { id } startsAt place } } }',
  );
  const organisers = organiserIds.map((id) => ({ id }));
  expect(answer).toEqual({
    event: {
      sideEvents: [
        { title: ready.title, organisers, startsAt: '2022-09-20T11:00:00.000Z', place: 'Room XXV' },
        { title: 'Later', organisers, startsAt: '2022-09-21T11:00:00.000Z', place: 'Room XXV' },
      ],
    },
  });
});

test('SIDE_EVENT_ADDED is told', async () => {
  const input = await announceable();
  const { sideEvent } = await world.addSideEvent(input);
  expect(await world.told(input.eventId)).toContainEqual(
    expect.objectContaining({
      type: 'SIDE_EVENT_ADDED',
      data: { eventId: input.eventId, sideEventId: sideEvent?.id },
    }),
  );
});

test.each(['2022-09-11T10:00:00Z', '2022-10-08T11:59:59Z'])(
  'it may begin at %s: somewhere that is a day of the event',
  async (startsAt) => {
    expect(await world.addSideEvent({ ...(await announceable()), startsAt })).toMatchObject({
      __typename: 'AddSideEventSuccess',
    });
  },
);

test('the same one is announced once, also by two at once', async () => {
  const input = await announceable();
  await world.test.settled();
  const answers = await Promise.all([1, 2].map(() => world.addSideEvent(input)));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AddSideEventSuccess', 'InvalidInput']);
});

test('a stranger is forbidden, and nothing is stored', async () => {
  const before = await world.stored();
  await expect(world.addSideEvent(ready, stranger)).rejects.toThrow('FORBIDDEN');
  expect(await world.stored()).toEqual(before);
});

describe('refused, and nothing stored', () => {
  test.each([
    ['an unknown event', { eventId: randomUUID() }, { __typename: 'NotFound' }],
    ['a malformed event id', { eventId: 'x' }, { __typename: 'NotFound' }],
    ['an unknown organisation', { organiserIds: [randomUUID()] }, { __typename: 'NotFound' }],
    ['a malformed organisation id', { organiserIds: ['\u0000'] }, { __typename: 'NotFound' }],
    ['no organiser', { organiserIds: [] }, { field: 'organiserIds' }],
    [
      '51 organisers',
      { organiserIds: Array.from({ length: 51 }, () => randomUUID()) },
      { field: 'organiserIds' },
    ],
    ['the day before', { startsAt: '2022-09-11T09:59:59Z' }, { field: 'startsAt' }],
    ['the day after', { startsAt: '2022-10-08T12:00:00Z' }, { field: 'startsAt' }],
    ['an empty title', { title: ' ' }, { field: 'title' }],
    ['a title of 1 MB', { title: 'a'.repeat(1_000_000) }, { field: 'title' }],
    ['a bidirectional override', { place: 'Room\u202E' }, { field: 'place' }],
  ])('%s', async (_what, change, refused) => {
    const before = await world.stored();
    expect(await world.addSideEvent({ ...ready, ...change })).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
  });

  test.each(['2022-09-31T10:00:00Z', '2022-09-20', 'noon'])('the time "%s"', async (startsAt) => {
    await expect(world.addSideEvent({ ...ready, startsAt })).rejects.toThrow('BAD_USER_INPUT');
  });
});
