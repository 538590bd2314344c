import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { administrator, deliverable, type EventsWorld, startEventsWorld, stranger } from './events-world.js';

let world: EventsWorld;
let ready: Awaited<ReturnType<typeof deliverable>>;

beforeAll(async () => {
  world = await startEventsWorld();
  ready = await deliverable(world);
  await world.test.settled();
});
afterAll(() => world.test.stop());

const stranded = { __typename: 'NotFound', code: 'NOT_FOUND' };

test('a delivery reads back with its list, digest and deliverers in the order given', async () => {
  const input = await deliverable(world);
  const deliveredByIds = [await world.organisation(), ...input.deliveredByIds, await world.organisation()];
  const { delivery } = await world.recordDelivery({ ...input, deliveredByIds });
  const answer = await world.test.data(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Delivery {
      id statement { id } event { id } agendaItem { number } list { id } listDigest deliveredOn deliveredBy { id } } } }`,
    { variables: { of: [{ __typename: 'Delivery', id: delivery?.id }] } },
  );
  expect(answer).toEqual({
    _entities: [
      {
        id: delivery?.id,
        statement: { id: input.statementId },
        event: { id: input.eventId },
        agendaItem: { number: '4' },
        list: { id: input.listId },
        listDigest: input.listDigest,
        deliveredOn: '2022-09-27',
        deliveredBy: deliveredByIds.map((id) => ({ id })),
      },
    ],
  });
});

test('DELIVERY_RECORDED is told', async () => {
  const input = await deliverable(world);
  const { delivery } = await world.recordDelivery(input);
  const { deliveredByIds: _, ...named } = input;
  expect(await world.told(delivery?.id)).toMatchObject([
    { type: 'DELIVERY_RECORDED', data: { deliveryId: delivery?.id, ...named } },
  ]);
});

test('what was told a moment ago is waited for: statement, list, organisation, role', async () => {
  const coalition = randomUUID();
  const { event } = await world.createEvent();
  const statementId = await world.statement(coalition);
  const input = {
    statementId,
    eventId: event?.id,
    ...(await world.frozenList(statementId)),
    deliveredOn: '2022-10-07',
    deliveredByIds: [await world.organisation()],
  };
  await world.grant('late@example.org', 'COORDINATOR', coalition);
  expect(await world.recordDelivery(input, 'late@example.org')).toMatchObject({
    __typename: 'RecordDeliverySuccess',
  });
});

describe('who may', () => {
  test.each([
    ['a stranger', stranger],
    ['an administrator', administrator],
    ['a coordinator of another coalition', 'other@example.org'],
  ])('%s is forbidden, and nothing is stored', async (_who, email) => {
    await world.grant('other@example.org', 'COORDINATOR', randomUUID());
    await world.test.settled();
    const before = await world.stored();
    await expect(world.recordDelivery(ready, email)).rejects.toThrow('FORBIDDEN');
    expect(await world.stored()).toEqual(before);
  });

  test('a statement without a frozen list is not found by those who do not coordinate it', async () => {
    const statementId = await world.statement();
    const unknown = await world.recordDelivery({ ...ready, statementId: randomUUID() }, stranger);
    const hidden = await world.recordDelivery({ ...ready, statementId }, stranger);
    expect(hidden).toEqual(unknown);
    expect(hidden).toEqual(stranded);
    expect(await world.recordDelivery({ ...ready, statementId })).toMatchObject({
      __typename: 'ListUnknown',
    });
  });
});

describe('refused, and nothing stored', () => {
  test.each([
    ['an unknown statement', { statementId: randomUUID() }, stranded],
    ['a malformed statement id', { statementId: '\u0000' }, stranded],
    ['an unknown event', { eventId: randomUUID() }, stranded],
    ['a malformed event id', { eventId: 'x'.repeat(1_000_000) }, stranded],
    ['an unknown organisation', { deliveredByIds: [randomUUID()] }, stranded],
    ['a malformed organisation id', { deliveredByIds: ['nobody'] }, stranded],
    ['an unknown list', { listId: randomUUID() }, { __typename: 'ListUnknown', code: 'LIST_UNKNOWN' }],
    ['a malformed list id', { listId: '' }, { __typename: 'ListUnknown', code: 'LIST_UNKNOWN' }],
    ['another digest', { listDigest: 'f'.repeat(64) }, { code: 'LIST_DIGEST_MISMATCH' }],
    ['a digest of 1 MB', { listDigest: 'f'.repeat(1_000_000) }, { code: 'LIST_DIGEST_MISMATCH' }],
    ['the day before', { deliveredOn: '2022-09-11' }, { code: 'INVALID_INPUT', field: 'deliveredOn' }],
    ['the day after', { deliveredOn: '2022-10-08' }, { code: 'INVALID_INPUT', field: 'deliveredOn' }],
    ['no deliverer', { deliveredByIds: [] }, { code: 'INVALID_INPUT', field: 'deliveredByIds' }],
    [
      'too many deliverers',
      { deliveredByIds: Array.from({ length: 51 }, () => randomUUID()) },
      { code: 'INVALID_INPUT', field: 'deliveredByIds' },
    ],
    [
      'an unknown agenda item',
      { agendaItemId: randomUUID() },
      { code: 'INVALID_INPUT', field: 'agendaItemId' },
    ],
    [
      'a malformed agenda item id',
      { agendaItemId: 'four' },
      { code: 'INVALID_INPUT', field: 'agendaItemId' },
    ],
  ])('%s', async (_what, change, refusal) => {
    const before = await world.stored();
    expect(await world.recordDelivery({ ...ready, ...change })).toMatchObject(refusal);
    expect(await world.stored()).toEqual(before);
  });

  test('an agenda item of another event', async () => {
    const other = await deliverable(world);
    const before = await world.stored();
    expect(await world.recordDelivery({ ...ready, agendaItemId: other.agendaItemId })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'agendaItemId',
    });
    expect(await world.stored()).toEqual(before);
  });

  test("another statement's list", async () => {
    const { listId, listDigest } = await world.frozenList(await world.statement());
    await world.test.settled();
    expect(await world.recordDelivery({ ...ready, listId, listDigest })).toMatchObject({
      code: 'LIST_UNKNOWN',
    });
  });

  test('an organisation named twice', async () => {
    const [id] = ready.deliveredByIds;
    const answer = await world.recordDelivery({ ...ready, deliveredByIds: [id, id] });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'deliveredByIds' });
  });

  test.each(['2022-09-31', 'today', ''])('the day "%s"', async (deliveredOn) => {
    await expect(world.recordDelivery({ ...ready, deliveredOn })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('once', () => {
  test('of two who record the same delivery at once, one does', async () => {
    const input = await deliverable(world);
    await world.test.settled();
    const answers = await Promise.all([1, 2].map(() => world.recordDelivery(input)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'DeliveryExists',
      'RecordDeliverySuccess',
    ]);
  });

  test('without agenda items it is still once', async () => {
    const { agendaItemId: _, ...input } = await deliverable(world);
    expect(await world.recordDelivery(input)).toMatchObject({ __typename: 'RecordDeliverySuccess' });
    expect(await world.recordDelivery(input)).toMatchObject({ __typename: 'DeliveryExists' });
  });

  test('under another agenda item, or with a later list, it is another delivery', async () => {
    const input = await deliverable(world);
    const { agendaItem } = await world.addAgendaItem({
      eventId: input.eventId,
      number: '9',
      title: 'Racism',
    });
    const later = await world.frozenList(input.statementId);
    for (const change of [{}, { agendaItemId: agendaItem?.id }, later])
      expect(await world.recordDelivery({ ...input, ...change })).toMatchObject({
        __typename: 'RecordDeliverySuccess',
      });
  });

  test('ten at once with one key give one answer', async () => {
    const input = { ...(await deliverable(world)), idempotencyKey: 'delivery-0001' };
    await world.test.settled();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.recordDelivery(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'RecordDeliverySuccess' });
  });
});

test('projections rebuilt from the log know the same', async () => {
  const known = () =>
    Promise.all(
      (['known_statement', 'known_list', 'known_organisation'] as const).map((table) =>
        world.test.subgraph.service.database.reads.selectFrom(table).selectAll().orderBy('id').execute(),
      ),
    );
  await world.test.settled();
  const before = await known();
  for (const name of ['statements', 'lists', 'organisations'])
    await world.test.subgraph.service.projections.rebuild(name);
  expect(await known()).toEqual(before);
});
