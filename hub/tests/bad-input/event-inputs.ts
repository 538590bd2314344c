import { day, type Ground, type Inputs } from './ground.js';
import type { Closed } from './signatory-inputs.js';

export interface EventInputs {
  readonly eventId: string;
  readonly inputs: Inputs;
}

const event = {
  title: 'A session',
  session: '51',
  startsOn: '2022-09-12',
  endsOn: '2022-10-07',
  place: 'Geneva',
  country: 'CH',
  body: { code: 'HRC', name: 'Human Rights Council' },
};

/** For mutations about events, and what is delivered there. */
export async function eventInputs(ground: Ground, closed: Closed): Promise<EventInputs> {
  const { member, signer, other } = ground;
  const { id: eventId } = await ground.make(
    'createEvent',
    { ...event, title: 'An earlier session' },
    'event',
  );
  const agendaItem = await ground.make(
    'addAgendaItem',
    { eventId, number: '4', title: 'Situations' },
    'agendaItem',
  );
  const sessionDeadline = { localTime: '2022-08-29T12:00', timezone: 'Europe/Zurich' };
  const deadline = await ground.make(
    'addDeadline',
    { eventId, kind: 'SPEAKERS_LIST', ...sessionDeadline },
    'deadline',
  );
  const { id: later } = await ground.make('createEvent', { ...event, title: 'A later session' }, 'event');
  const { body: _, ...details } = event;
  const inputs = {
    updateEvent: {
      ...details,
      ...{
        eventId: later,
        title: 'A session of another name',
        timezone: 'Africa/Banjul',
        deadlinesFollow: true,
      },
    },
    createEvent: { ...event, slug: 'a-session', timezone: 'Europe/Zurich' },
    addAgendaItem: { eventId, number: '5', title: 'Procedures' },
    addDeadline: { eventId, kind: 'SIGN_ON', label: 'In Geneva', ...sessionDeadline },
    moveDeadline: { deadlineId: deadline.id, ...sessionDeadline, localTime: '2022-08-30T12:00' },
    addSideEvent: {
      eventId,
      title: 'A panel',
      organiserIds: [member],
      startsAt: '2022-09-20T11:00:00Z',
      place: 'Room XXV',
    },
    recordDelivery: {
      statementId: closed.statementId,
      eventId,
      agendaItemId: agendaItem.id,
      listId: closed.list.id,
      listDigest: closed.list.digest,
      deliveredOn: day,
      deliveredByIds: [signer],
      mode: 'ORAL',
      speakerId: member,
      onBehalfOfIds: [other],
      reference: 'A/HRC/51/NGO/1',
    },
  };
  return { eventId, inputs };
}
