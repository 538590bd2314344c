import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  administrator,
  coordinator,
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

const read = `query ($slug: String!) { event(slug: $slug) {
  id slug title body { code name } session startsOn endsOn place country agendaItems { number } } }`;

test('an event reads back as it was created, signed out', async () => {
  const { event } = await world.createEvent({ slug: 'hrc51' });
  const answer = await world.test.data(read, { variables: { slug: 'hrc51' } });
  expect(answer).toEqual({ event: { id: event?.id, slug: 'hrc51', ...session51, agendaItems: [] } });
});

test('session and country may be unknown, and the slug is made of the title', async () => {
  const { event } = await world.createEvent({ title: 'Réunion à Dakar', session: null, country: undefined });
  const answer = await world.test.data(read, { variables: { slug: event?.slug } });
  expect(answer).toMatchObject({ event: { slug: 'reunion-a-dakar', session: null, country: null } });
});

test('EVENT_CREATED is told', async () => {
  const { event } = await world.createEvent({ title: 'Told event' });
  expect(await world.told(event?.id)).toMatchObject([
    { type: 'EVENT_CREATED', data: { eventId: event?.id, slug: 'told-event', title: 'Told event' } },
  ]);
});

describe('who may', () => {
  test.each([administrator, coordinator])('%s creates events', async (email) => {
    expect(await world.createEvent({}, email)).toMatchObject({ __typename: 'CreateEventSuccess' });
  });

  test('a signed-in stranger is forbidden, and nothing is stored', async () => {
    const before = await world.stored();
    await expect(world.createEvent({ idempotencyKey: 'stranger-1' }, stranger)).rejects.toThrow('FORBIDDEN');
    expect(await world.stored()).toEqual(before);
  });

  test('signed out is unauthenticated', async () => {
    const { errors } = await world.test.execute(
      `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename } }`,
      { variables: { input: session51 } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('a coordinator of a moment ago may', async () => {
    await world.grant('new@example.org', 'COORDINATOR', world.coalitionId);
    expect(await world.createEvent({}, 'new@example.org')).toMatchObject({
      __typename: 'CreateEventSuccess',
    });
  });
});

describe('bodies', () => {
  const body = { code: 'CAT', name: 'Committee against Torture' };

  test('a body is one, however often and in whichever case it is named', async () => {
    const before = await world.stored();
    await Promise.all(
      ['CAT', 'cat', 'Cat', 'CAT'].map((code) => world.createEvent({ body: { ...body, code } })),
    );
    const after = await world.stored();
    expect(after['body']).toBe((before['body'] ?? 0) + 1);
    expect(after['event']).toBe((before['event'] ?? 0) + 4);
  });

  test('a known code with another name is refused', async () => {
    await world.createEvent({ body });
    const answer = await world.createEvent({ body: { code: 'CAT', name: 'Committee for Tea' } });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'body.name' });
  });
});

describe('bad input is refused and stores nothing', () => {
  const mega = 'a'.repeat(1_000_000);
  test.each([
    ['an empty title', { title: '' }, 'title'],
    ['a blank title', { title: ' \t ' }, 'title'],
    ['a title of 1 MB', { title: mega }, 'title'],
    ['a control character', { title: 'a\u0000b' }, 'title'],
    ['a bidirectional override', { place: 'Geneva\u202E' }, 'place'],
    ['a zero-width character', { title: 'Coun\u200Bcil' }, 'title'],
    ['a session that is too long', { session: 'x'.repeat(41) }, 'session'],
    ['a place of 1 MB', { place: mega }, 'place'],
    ['an unknown country', { country: 'ZZ' }, 'country'],
    ['a country in small letters', { country: 'ch' }, 'country'],
    ['a country that is a property of objects', { country: '__proto__' }, 'country'],
    ['an end before the start', { startsOn: '2022-10-08' }, 'endsOn'],
    ['a slug with blanks', { slug: 'HRC 51' }, 'slug'],
    ['a slug of 1 MB', { slug: mega }, 'slug'],
    ['a code with blanks', { body: { code: 'H R C', name: 'x' } }, 'body.code'],
    ['an empty name of a body', { body: { code: 'NEW', name: '' } }, 'body.name'],
    ['a key that is too short', { idempotencyKey: 'short' }, 'idempotencyKey'],
  ])('%s', async (_what, input, field) => {
    const before = await world.stored();
    expect(await world.createEvent(input)).toMatchObject({ __typename: 'InvalidInput', field });
    expect(await world.stored()).toEqual(before);
  });

  test.each(['2022-02-30', '2022-13-01', '27.09.2022', '', '2022-09-27T00:00:00Z', '0000-01-01'])(
    'the day "%s"',
    async (startsOn) => {
      const before = await world.stored();
      await expect(world.createEvent({ startsOn })).rejects.toThrow('BAD_USER_INPUT');
      expect(await world.stored()).toEqual(before);
    },
  );
});

test('any title either reads back normalised or is refused', async () => {
  const seed = 20_260_901;
  console.info(`seed ${seed}`);
  const texts = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(texts, async (title) => {
      const { __typename, event, field } = await world.createEvent({ title });
      if (__typename !== 'CreateEventSuccess') return expect(field).toBe('title');
      const answer = await world.test.data<{ event: { title: string } }>(read, {
        variables: { slug: event?.slug },
      });
      expect(answer.event.title).toBe(
        title
          .normalize('NFC')
          .trim()
          .replace(/\p{Zs}+/gu, ' '),
      );
    }),
    { seed, numRuns: 100 },
  );
});

describe('repeats', () => {
  test('ten at once with one key make one event', async () => {
    const before = await world.stored();
    const input = { title: 'Repeated', idempotencyKey: 'repeat-0001' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.createEvent(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await world.stored())['event']).toBe((before['event'] ?? 0) + 1);
  });

  test('another input or caller under the same key is refused', async () => {
    const idempotencyKey = 'repeat-0002';
    await world.createEvent({ idempotencyKey });
    const [other, caller] = await Promise.all([
      world.createEvent({ idempotencyKey, title: 'Another' }),
      world.createEvent({ idempotencyKey }, coordinator),
    ]);
    expect([other.__typename, caller.__typename]).toEqual(['IdempotencyKeyReused', 'IdempotencyKeyReused']);
  });

  test('of two who want one slug, one gets it', async () => {
    const answers = await Promise.all([1, 2].map(() => world.createEvent({ slug: 'wanted-by-two' })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CreateEventSuccess',
      'InvalidInput',
    ]);
  });
});
