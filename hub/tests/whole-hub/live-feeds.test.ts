import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Feed, FollowedUpdates, type Following, type Told } from './followed-updates.js';
import type { GraphClient } from './graph-client.js';
import { InProcessHub } from './in-process-hub.js';
import { type Coordinated, coordinatedCoalition } from './open-statement.js';

let hub: InProcessHub;
let administrator: GraphClient;
let coordinated: Coordinated;
const followers: FollowedUpdates<Told>[] = [];

beforeAll(async () => {
  hub = await InProcessHub.start();
  administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'A coalition to follow', 'c@example.org');
}, 60_000);

afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.disconnect();
});
afterAll(() => hub?.stop());

const transports = {
  WebSocket: FollowedUpdates.overWebSocket.bind(FollowedUpdates),
  'server-sent events': FollowedUpdates.overServerSentEvents.bind(FollowedUpdates),
};

type Transport = keyof typeof transports;

function follow<Of extends Told>(by: Transport, following: Following, feed: Feed<Of>): FollowedUpdates<Of> {
  const follower = transports[by](hub.url, following, feed);
  followers.push(follower as FollowedUpdates<Told>);
  return follower;
}

const other = (by: Transport): Transport => (by === 'WebSocket' ? 'server-sent events' : 'WebSocket');

async function updateCursor(kind: 'coalition' | 'event', slug: string): Promise<string> {
  const data = await hub
    .signedOut()
    .query<Record<string, { updateCursor: string }>>(
      `query ($slug: String!) { ${kind}(slug: $slug) { updateCursor } }`,
      { slug },
    );
  return data[kind]?.updateCursor ?? '';
}

async function organisation(name: string): Promise<string> {
  const wanted = '... on RegisterOrganisationSuccess { organisation { id } }';
  const made = await administrator.succeed<{ organisation: { id: string } }>(
    'registerOrganisation',
    { name, country: 'ES' },
    wanted,
  );
  return made.organisation.id;
}

interface CoalitionUpdate extends Told {
  readonly organisation: { readonly name: string } | null;
  readonly coalition: { readonly name: string; readonly statements: { readonly totalCount: number } };
}

/** With a field of another subgraph, so that every update is completed by two. */
const coalitions = new Feed<CoalitionUpdate>(
  'coalitionUpdated',
  'organisation { name } coalition { name statements { totalCount } }',
);

interface EventUpdate extends Told {
  readonly event: { readonly title: string; readonly timezone: string | null };
  readonly deadline: { readonly instant: string } | null;
  readonly sideEvent: { readonly organisers: readonly { readonly name: string }[] } | null;
}

const events = new Feed<EventUpdate>(
  'eventUpdated',
  'event { title timezone } deadline { instant } sideEvent { organisers { name } }',
);

describe.each(['WebSocket', 'server-sent events'] as const)('over %s', (by) => {
  it('a coalition is followed from a cursor, each update once and in order, then live', async () => {
    const { coalitionId, coalitionSlug: slug, coordinator } = coordinated;
    const after = await updateCursor('coalition', slug);
    const admit = async (name: string) => {
      const input = { coalitionId, organisationId: await organisation(`${name} by ${by}`) };
      await hub.settled();
      await coordinator.succeed('admitMember', input);
    };
    const first = follow(by, { slug, after }, coalitions);
    await admit('One');
    await admit('Two');
    await first.received(2);
    const cursor = await first.disconnect();
    await admit('Three');
    await admit('Four');
    const late = follow(other(by), { slug, after: cursor ?? '' }, coalitions);
    const all = follow(by, { slug, after }, coalitions);
    await Promise.all([late.received(2), all.received(4)]);
    await admit('Five');
    await Promise.all([late.received(3), all.received(5)]);
    const names = ({ updates }: FollowedUpdates<CoalitionUpdate>) =>
      updates.map(({ kind, organisation: who }) => `${kind} ${who?.name.split(' ')[0]}`);
    const told = ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `MEMBER_JOINED ${name}`);
    expect(names(first)).toEqual(told.slice(0, 2));
    expect(names(late)).toEqual(told.slice(2));
    expect(names(all)).toEqual(told);
    expect([...first.cursors, ...late.cursors]).toEqual(all.cursors);
    expect(all.updates[0]?.coalition).toEqual({
      ...{ name: 'A coalition to follow', statements: { totalCount: 0 } },
    });
  });

  it('an event is followed from a cursor, each update once and in order, then live', async () => {
    const { coordinator } = coordinated;
    const { event } = await coordinator.succeed<{ event: { id: string; slug: string } }>(
      'createEvent',
      {
        ...{ title: 'A session', body: { code: 'HRC', name: 'Human Rights Council' }, place: 'Geneva' },
        ...{ startsOn: '2030-09-12', endsOn: '2030-10-07', timezone: 'Europe/Zurich' },
      },
      '... on CreateEventSuccess { event { id slug } }',
    );
    await hub.settled();
    const { id: eventId, slug } = event;
    const after = await updateCursor('event', slug);
    const live = follow(by, { slug, after }, events);
    await coordinator.succeed('addDeadline', { eventId, kind: 'SIGN_ON', localTime: '2030-08-29T12:00' });
    await live.received(1);
    const cursor = await live.disconnect();
    await coordinator.succeed('updateEvent', { eventId, title: 'Moved', timezone: 'America/New_York' });
    const organiserIds = [await organisation(`Organiser by ${by}`)];
    await hub.settled();
    const startsAt = '2030-09-20T11:00:00Z';
    await coordinator.succeed('addSideEvent', {
      eventId,
      title: 'Panel',
      organiserIds,
      startsAt,
      place: 'XX',
    });
    const late = follow(other(by), { slug, after: cursor ?? '' }, events);
    const all = follow(by, { slug, after }, events);
    await Promise.all([late.received(3), all.received(4)]);
    await coordinator.succeed('addAgendaItem', { eventId, number: '4', title: 'Situations' });
    await Promise.all([late.received(4), all.received(5)]);
    const kinds = ['DEADLINE_ADDED', 'UPDATED', 'DEADLINE_MOVED', 'SIDE_EVENT_ADDED', 'AGENDA_ITEM_ADDED'];
    expect(live.kinds).toEqual(kinds.slice(0, 1));
    expect(late.kinds).toEqual(kinds.slice(1));
    expect(all.kinds).toEqual(kinds);
    expect([...live.cursors, ...late.cursors]).toEqual(all.cursors);
    expect(live.updates[0]).toMatchObject({
      event: { title: 'A session' },
      deadline: { instant: '2030-08-29T10:00:00.000Z' },
    });
    expect(late.updates).toMatchObject([
      { event: { title: 'Moved', timezone: 'America/New_York' }, deadline: null },
      { deadline: { instant: '2030-08-29T16:00:00.000Z' } },
      { sideEvent: { organisers: [{ name: `Organiser by ${by}` }] } },
      { deadline: null, sideEvent: null },
    ]);
  });

  it('what does not exist is not followed, and what is no cursor is refused', async () => {
    const { coalitionSlug: slug } = coordinated;
    const elsewhere = follow(by, { slug: 'there-is-none' }, coalitions);
    await expect(elsewhere.received(1)).rejects.toThrow('BAD_USER_INPUT');
    const nonsense = follow(by, { slug, after: 'no-cursor' }, coalitions);
    await expect(nonsense.received(1)).rejects.toThrow('BAD_USER_INPUT');
    const none = follow(by, { slug: 'there-is-none' }, events);
    await expect(none.received(1)).rejects.toThrow('BAD_USER_INPUT');
  });
});
