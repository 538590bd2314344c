import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverable, type EventsWorld, startEventsWorld } from './events-world.js';

let world: EventsWorld;
let ready: Awaited<ReturnType<typeof deliverable>>;

beforeAll(async () => {
  world = await startEventsWorld();
  ready = await deliverable(world);
  await world.test.settled();
});
afterAll(() => world.test.stop());

async function read(id: string | undefined) {
  const answer = await world.test.data<{ _entities: [object] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Delivery {
      mode speaker { id } onBehalfOf { id } reference addressees } } }`,
    { variables: { of: [{ __typename: 'Delivery', id }] } },
  );
  return answer._entities[0];
}

test('it was read out, unless told otherwise', async () => {
  const { delivery } = await world.recordDelivery(await deliverable(world));
  expect(await read(delivery?.id)).toEqual({
    ...{ mode: 'ORAL', speaker: null, onBehalfOf: [], reference: null, addressees: null },
  });
});

test('made in the name of one, read by another, on behalf of a third', async () => {
  const [speakerId, first, second] = [
    await world.organisation(),
    await world.organisation(),
    await world.organisation(),
  ];
  const onBehalfOfIds = [first, second];
  const { delivery } = await world.recordDelivery({
    ...(await deliverable(world)),
    speakerId,
    onBehalfOfIds,
  });
  expect(await read(delivery?.id)).toMatchObject({
    mode: 'ORAL',
    speaker: { id: speakerId },
    onBehalfOf: [{ id: first }, { id: second }],
  });
});

test('written, under a symbol, before the session', async () => {
  const input = { ...(await deliverable(world)), mode: 'WRITTEN', deliveredOn: '2022-08-29' };
  const { delivery } = await world.recordDelivery({ ...input, reference: 'A/HRC/51/NGO/1' });
  expect(await read(delivery?.id)).toMatchObject({ mode: 'WRITTEN', reference: 'A/HRC/51/NGO/1' });
});

test('a letter, with its addressees', async () => {
  const addressees = 'Permanent missions to the United Nations\nGeneva and New York';
  const input = { ...(await deliverable(world)), mode: 'LETTER', deliveredOn: '2021-11-20', addressees };
  const { delivery } = await world.recordDelivery(input);
  expect(await read(delivery?.id)).toMatchObject({ mode: 'LETTER', addressees });
});

test('the same statement under the same item in another form is another delivery', async () => {
  const input = await deliverable(world);
  expect(await world.recordDelivery(input)).toMatchObject({ __typename: 'RecordDeliverySuccess' });
  const written = { ...input, mode: 'WRITTEN' };
  expect(await world.recordDelivery(written)).toMatchObject({ __typename: 'RecordDeliverySuccess' });
  expect(await world.recordDelivery(written)).toMatchObject({ __typename: 'DeliveryExists' });
});

describe('refused, and nothing stored', () => {
  test.each([
    [
      'a speaker of a letter',
      { mode: 'LETTER', addressees: 'All', speakerId: randomUUID() },
      { field: 'speakerId' },
    ],
    ['a letter to nobody', { mode: 'LETTER' }, { field: 'addressees' }],
    ['a letter with empty addressees', { mode: 'LETTER', addressees: ' ' }, { field: 'addressees' }],
    ['addressees of 1 MB', { mode: 'LETTER', addressees: 'a'.repeat(1_000_000) }, { field: 'addressees' }],
    ['addressees of what was read out', { addressees: 'All' }, { field: 'addressees' }],
    ['an unknown speaker', { speakerId: randomUUID() }, { __typename: 'NotFound' }],
    ['a malformed speaker', { speakerId: 'x' }, { __typename: 'NotFound' }],
    ['an unknown body on whose behalf', { onBehalfOfIds: [randomUUID()] }, { __typename: 'NotFound' }],
    [
      '51 on whose behalf',
      { onBehalfOfIds: Array.from({ length: 51 }, () => randomUUID()) },
      { field: 'onBehalfOfIds' },
    ],
    ['a reference with a control character', { reference: 'A/HRC\u0007' }, { field: 'reference' }],
    ['what was read out before the session', { deliveredOn: '2022-08-29' }, { field: 'deliveredOn' }],
    ['a paper after the session', { mode: 'WRITTEN', deliveredOn: '2022-10-08' }, { field: 'deliveredOn' }],
    ['a paper of years before', { mode: 'WRITTEN', deliveredOn: '2021-09-11' }, { field: 'deliveredOn' }],
  ])('%s', async (_what, change, refused) => {
    const before = await world.stored();
    expect(await world.recordDelivery({ ...ready, ...change })).toMatchObject(refused);
    expect(await world.stored()).toEqual(before);
  });
});
