import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coordinator, type EventsWorld, startEventsWorld, stranger } from './events-world.js';

let world: EventsWorld;
let eventId: string;

beforeAll(async () => {
  world = await startEventsWorld();
  eventId = (await world.createEvent({ slug: 'agenda' })).event?.id ?? '';
});
afterAll(() => world.test.stop());

test('items are listed by number as people count, not by letter', async () => {
  const { event } = await world.createEvent({ slug: 'ordered' });
  for (const number of ['10', '3(b)', '4', '1', '3(a)', '3'])
    await world.addAgendaItem({ eventId: event?.id, number, title: `Item ${number}` });
  const answer = await world.test.data<{ event: { agendaItems: { number: string }[] } }>(
    '{ event(slug: "ordered") { agendaItems { number title } } }',
  );
  expect(answer.event.agendaItems.map(({ number }) => number)).toEqual(['1', '3', '3(a)', '3(b)', '4', '10']);
});

test('AGENDA_ITEM_ADDED is told', async () => {
  const { agendaItem } = await world.addAgendaItem({ eventId, number: '7', title: 'Item 7' }, coordinator);
  expect(await world.told(eventId)).toContainEqual(
    expect.objectContaining({
      type: 'AGENDA_ITEM_ADDED',
      data: { eventId, agendaItemId: agendaItem?.id, number: '7' },
    }),
  );
});

test('a number is taken once per event, also when two write at once', async () => {
  const answers = await Promise.all(
    [1, 2].map(() => world.addAgendaItem({ eventId, number: '9', title: 'Item 9' })),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    'AddAgendaItemSuccess',
    'InvalidInput',
  ]);
  expect(answers).toContainEqual(expect.objectContaining({ code: 'INVALID_INPUT', field: 'number' }));
  const { event } = await world.createEvent();
  expect(await world.addAgendaItem({ eventId: event?.id, number: '9', title: 'Item 9' })).toMatchObject({
    __typename: 'AddAgendaItemSuccess',
  });
});

describe('refused, and nothing stored', () => {
  test.each([
    ['an unknown event', { eventId: randomUUID() }],
    ['a malformed id', { eventId: "'; drop table event; --" }],
    ['an empty id', { eventId: '' }],
    ['an id of 1 MB', { eventId: 'a'.repeat(1_000_000) }],
  ])('%s is not found', async (_what, input) => {
    const before = await world.stored();
    expect(await world.addAgendaItem({ number: '1', title: 'Item', ...input })).toEqual({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
    });
    expect(await world.stored()).toEqual(before);
  });

  test.each([
    ['number', ''],
    ['number', '4\u200B'],
    ['number', 'x'.repeat(21)],
    ['title', 'a\u202Eb'],
    ['title', 'x'.repeat(1_000_000)],
  ])('%s of %j', async (field, value) => {
    const before = await world.stored();
    const answer = await world.addAgendaItem({ eventId, number: '1', title: 'Item', [field]: value });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
    expect(await world.stored()).toEqual(before);
  });

  test('a stranger is forbidden', async () => {
    const before = await world.stored();
    await expect(world.addAgendaItem({ eventId, number: '1', title: 'Item' }, stranger)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(await world.stored()).toEqual(before);
  });
});
