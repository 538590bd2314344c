import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seedDelivery, seedDeliveryAt, seedEvent } from '../src/index.js';
import { type EventsWorld, session51, startEventsWorld } from './events-world.js';

let world: EventsWorld;

beforeAll(async () => {
  world = await startEventsWorld();
});
afterAll(() => world.test.stop());

const { body, ...session } = session51;

const seedOf = (slug: string) => ({
  body: { id: randomUUID(), ...body },
  event: { id: randomUUID(), slug, ...session, timezone: 'Europe/Zurich' },
});

const made = () => ({
  id: randomUUID(),
  statementId: randomUUID(),
  listId: randomUUID(),
  listDigest: 'a'.repeat(64),
  deliveredOn: '2022-09-27',
  deliveredByIds: [randomUUID()],
});

test('two events of one body with all that hangs below them read back, and are told', async () => {
  const first = seedOf('seed-one');
  const second = seedOf('seed-two');
  const agendaItem = { id: randomUUID(), number: '4', title: 'Situations' };
  const deadline = { id: randomUUID(), kind: 'SIGN_ON', label: null } as const;
  const sideEvent = { id: randomUUID(), title: 'Panel', organiserIds: [randomUUID()], place: 'Room XXV' };
  await world.test.subgraph.service.once('seed', async (unit, emit) => {
    await seedDelivery(unit, emit, { ...first, agendaItem, delivery: made() });
    await seedEvent(unit, emit, {
      ...second,
      deadlines: [{ ...deadline, localTime: '2022-09-26T18:00', timezone: 'Europe/Zurich' }],
      sideEvents: [{ ...sideEvent, startsAt: '2022-09-20T11:00:00Z' }],
    });
    const place = { eventId: second.event.id, agendaItemId: null };
    const letter = { mode: 'LETTER', addressees: 'All missions' } as const;
    await seedDeliveryAt(unit, emit, place, { ...made(), ...letter });
  });
  const deliveries = 'deliveries { edges { node { mode agendaItem { number } addressees } } }';
  const answer = await world.test.data(`{
    one: event(slug: "seed-one") { body { code } timezone ${deliveries} }
    two: event(slug: "seed-two") { deadlines { instant } sideEvents { title } ${deliveries} }
  }`);
  const nodes = (node: object) => ({ edges: [{ node }] });
  expect(answer).toEqual({
    one: {
      ...{ body: { code: 'HRC' }, timezone: 'Europe/Zurich' },
      deliveries: nodes({ mode: 'ORAL', agendaItem: { number: '4' }, addressees: null }),
    },
    two: {
      ...{ deadlines: [{ instant: '2022-09-26T16:00:00.000Z' }], sideEvents: [{ title: 'Panel' }] },
      deliveries: nodes({ mode: 'LETTER', agendaItem: null, addressees: 'All missions' }),
    },
  });
  expect((await world.told(second.event.id)).map(({ type }) => type)).toEqual([
    'EVENT_CREATED',
    'DEADLINE_ADDED',
    'SIDE_EVENT_ADDED',
  ]);
});
