import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { deliverable, type EventsWorld, startEventsWorld } from './events-world.js';

let world: EventsWorld;
const open: Listening[] = [];

beforeAll(async () => {
  world = await startEventsWorld();
});
afterEach(async () => {
  for (const { leave } of open.splice(0)) await leave();
  const { followers, tails } = world.test.subgraph.service.tools.feed;
  expect({ followers, tails }).toEqual({ followers: 0, tails: 0 });
});
afterAll(() => world.test.stop());

interface Heard {
  readonly cursor: string;
  readonly kind: string;
  readonly event: { readonly id: string };
  readonly agendaItem: { readonly number: string } | null;
  readonly deadline: { readonly localTime: string } | null;
  readonly delivery: { readonly id: string } | null;
  readonly sideEvent: { readonly title: string } | null;
}

interface Listening {
  readonly heard: readonly Heard[];
  leave(): Promise<void>;
  until(count: number): Promise<void>;
}

const subscription = `subscription ($slug: String!, $after: String) { eventUpdated(slug: $slug, after: $after) {
  cursor occurredAt kind event { id } agendaItem { number } deadline { localTime } delivery { id } sideEvent { title } } }`;

async function listen(slug: string, after: string | null = null): Promise<Listening> {
  const answers = await world.test.subscribe(subscription, { variables: { slug, after } });
  if (!(Symbol.asyncIterator in answers)) throw new Error(JSON.stringify(answers));
  const stream = answers[Symbol.asyncIterator]();
  const heard: Heard[] = [];
  const done = (async () => {
    for (let next = await stream.next(); !next.done; next = await stream.next())
      heard.push((next.value as ExecutionResult<{ eventUpdated: Heard }>).data?.eventUpdated as Heard);
  })();
  const leave = async () => {
    await stream.return?.();
    await done;
  };
  const until = async (count: number) => waitUntil(() => heard.length >= count, { what: `${count} updates` });
  const listening = { heard, leave, until };
  open.push(listening);
  return listening;
}

async function cursorOf(slug: string): Promise<string> {
  const answer = await world.test.data<{ event: { updateCursor: string } }>(
    'query ($slug: String!) { event(slug: $slug) { updateCursor } }',
    { variables: { slug } },
  );
  return answer.event.updateCursor;
}

test('a follower who is signed out hears of everything that happens, with what it is about', async () => {
  const input = await deliverable(world);
  const [{ slug }] = await world.test.subgraph.service.database.reads
    .selectFrom('event')
    .select('slug')
    .where('id', '=', input.eventId)
    .execute()
    .then((rows) => rows as [{ slug: string }]);
  await world.test.settled();
  const { heard, until } = await listen(slug);
  await world.addAgendaItem({ eventId: input.eventId, number: '9', title: 'Racism' });
  await until(1);
  const { deadline } = await world.addDeadline({ eventId: input.eventId });
  await until(2);
  await world.moveDeadline({ deadlineId: deadline?.id, localTime: '2022-08-30T12:00' });
  await until(3);
  const organiserIds = input.deliveredByIds;
  const side = { title: 'Panel', organiserIds, startsAt: '2022-09-20T11:00:00Z', place: 'Room XXV' };
  await world.addSideEvent({ eventId: input.eventId, ...side });
  await until(4);
  const { delivery } = await world.recordDelivery(input);
  await until(5);
  const nothing = { agendaItem: null, deadline: null, delivery: null, sideEvent: null };
  expect(
    heard.map(({ cursor: _, occurredAt: __, ...update }: Heard & { occurredAt?: string }) => update),
  ).toEqual(
    [
      { kind: 'AGENDA_ITEM_ADDED', agendaItem: { number: '9' } },
      { kind: 'DEADLINE_ADDED', deadline: { localTime: '2022-08-29T12:00' } },
      { kind: 'DEADLINE_MOVED', deadline: { localTime: '2022-08-30T12:00' } },
      { kind: 'SIDE_EVENT_ADDED', sideEvent: { title: 'Panel' } },
      { kind: 'DELIVERED', delivery: { id: delivery?.id } },
    ].map((update) => ({ ...nothing, event: { id: input.eventId }, ...update })),
  );
});

test('begins after a cursor, without gap or repeat', async () => {
  const { event } = await world.createEvent({ slug: 'followed' });
  await world.test.settled();
  const start = await cursorOf('followed');
  for (const number of ['1', '2', '3'])
    await world.addAgendaItem({ eventId: event?.id, number, title: 'Item' });
  const first = await listen('followed', start);
  await first.until(3);
  await world.addAgendaItem({ eventId: event?.id, number: '4', title: 'Item' });
  await first.until(4);
  expect(first.heard.map(({ agendaItem }) => agendaItem?.number)).toEqual(['1', '2', '3', '4']);
  const again = await listen('followed', first.heard[1]?.cursor);
  await again.until(2);
  expect(again.heard).toEqual(first.heard.slice(2));
});

test('ten followers of one event cost the same statements as one', async () => {
  const { event } = await world.createEvent({ slug: 'popular' });
  await world.test.settled();
  const followers: Listening[] = [];
  for (let count = 0; count < 10; count += 1) followers.push(await listen('popular'));
  const { statements } = await recordStatements(async () => {
    await world.addDeadline({ eventId: event?.id });
    await Promise.all(followers.map(({ until }) => until(1)));
  });
  const shared = statements.filter((sql) => /event_update|from "deadline"/.test(String(sql)));
  expect(shared.length).toBeLessThan(10);
});

test.each(['', 'nowhere', '\u0000'])('there is no event %j to follow', async (slug) => {
  const answer = await world.test.subscribe(subscription, { variables: { slug } });
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('a cursor of another event, or of none, is refused', async () => {
  await world.createEvent({ slug: 'one' });
  await world.createEvent({ slug: 'other' });
  for (const after of [await cursorOf('other'), '', 'nonsense', 'A'.repeat(100_000)]) {
    const answer = await world.test.subscribe(subscription, { variables: { slug: 'one', after } });
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  }
});
