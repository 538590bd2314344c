import { randomUUID } from 'node:crypto';
import type { BusEvent } from '@coalition-hub/bus';
import { type Asking, TestSubgraph } from '@coalition-hub/testkit';
import { sql } from 'kysely';
import { definition, startEvents } from '../src/index.js';

export const administrator = 'administrator@example.org';
export const coordinator = 'coordinator@example.org';
export const stranger = 'stranger@example.org';

export interface Refused {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
}

const refusal = '... on Refusal { code } ... on InvalidInput { field }';

/** The events service, and what other services have told it. */
export async function startEventsWorld() {
  const test = await TestSubgraph.start({ definition, start: startEvents });
  const { streams, persons } = test;
  const coalitionId = randomUUID();

  const grant = async (email: string, role: string, coalition: string | null) => {
    const roleId = randomUUID();
    const personId = persons.personId(email);
    await streams.organisations.append({
      type: 'ROLE_GRANTED',
      subject: roleId,
      data: { roleId, personId, coalitionId: coalition, role },
    });
  };
  await grant(administrator, 'ADMINISTRATOR', null);
  await grant(coordinator, 'COORDINATOR', coalitionId);
  await test.settled();

  return {
    ...{ test, streams, coalitionId, grant },
    as: (email: string): Asking => ({ viewer: test.viewer(email) }),

    async organisation(): Promise<string> {
      const organisationId = randomUUID();
      await streams.organisations.append({
        type: 'ORGANISATION_REGISTERED',
        subject: organisationId,
        data: { organisationId, slug: organisationId, name: 'An organisation', country: null, region: null },
      });
      return organisationId;
    },

    async statement(coalition = coalitionId): Promise<string> {
      const statementId = randomUUID();
      await streams.statements.append({
        type: 'STATEMENT_CREATED',
        subject: statementId,
        data: { statementId, slug: statementId, coalitionId: coalition, coAuthorIds: [] },
      });
      return statementId;
    },

    async frozenList(statementId: string): Promise<{ listId: string; listDigest: string }> {
      const list = { listId: randomUUID(), listDigest: randomUUID().replaceAll('-', '').repeat(2) };
      await streams.signatories.append({
        type: 'SIGNING_CLOSED',
        subject: statementId,
        data: { statementId, ...list, frozenAt: '2022-09-26T12:00:00Z', revisionId: randomUUID(), size: 108 },
      });
      return list;
    },

    async createEvent(input: object = {}, email = administrator) {
      const { createEvent } = await test.data<{
        createEvent: Refused & { event?: { id: string; slug: string } };
      }>(
        `mutation ($input: CreateEventInput!) { createEvent(input: $input) {
          __typename ... on CreateEventSuccess { event { id slug } } ${refusal} } }`,
        { variables: { input: { ...session51, ...input } }, viewer: test.viewer(email) },
      );
      return createEvent;
    },

    async updateEvent(input: object, email = administrator) {
      const { updateEvent } = await test.data<{
        updateEvent: Refused & { message?: string; event?: Readonly<Record<string, unknown>> };
      }>(
        `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) {
          __typename ... on UpdateEventSuccess { event {
            slug title session startsOn endsOn place country timezone deadlines { label localTime timezone instant } } }
          ... on Refusal { message } ${refusal} } }`,
        { variables: { input }, viewer: test.viewer(email) },
      );
      return updateEvent;
    },

    async addAgendaItem(input: object, email = administrator) {
      const { addAgendaItem } = await test.data<{
        addAgendaItem: Refused & { agendaItem?: { id: string; number: string } };
      }>(
        `mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) {
          __typename ... on AddAgendaItemSuccess { agendaItem { id number } } ${refusal} } }`,
        { variables: { input }, viewer: test.viewer(email) },
      );
      return addAgendaItem;
    },

    async addDeadline(input: object, email = administrator) {
      const { addDeadline } = await test.data<{
        addDeadline: Refused & { deadline?: { id: string; instant: string; ambiguous: boolean } };
      }>(
        `mutation ($input: AddDeadlineInput!) { addDeadline(input: $input) {
          __typename ... on AddDeadlineSuccess { deadline { id instant ambiguous } } ${refusal} } }`,
        { variables: { input: { ...noon, ...input } }, viewer: test.viewer(email) },
      );
      return addDeadline;
    },

    async moveDeadline(input: object, email = administrator) {
      const { moveDeadline } = await test.data<{
        moveDeadline: Refused & { deadline?: { id: string; instant: string } };
      }>(
        `mutation ($input: MoveDeadlineInput!) { moveDeadline(input: $input) {
          __typename ... on MoveDeadlineSuccess { deadline { id instant } } ${refusal} } }`,
        { variables: { input }, viewer: test.viewer(email) },
      );
      return moveDeadline;
    },

    async addSideEvent(input: object, email = administrator) {
      const { addSideEvent } = await test.data<{ addSideEvent: Refused & { sideEvent?: { id: string } } }>(
        `mutation ($input: AddSideEventInput!) { addSideEvent(input: $input) {
          __typename ... on AddSideEventSuccess { sideEvent { id } } ${refusal} } }`,
        { variables: { input }, viewer: test.viewer(email) },
      );
      return addSideEvent;
    },

    async recordDelivery(input: object, email = coordinator) {
      const { recordDelivery } = await test.data<{
        recordDelivery: Refused & { delivery?: { id: string } };
      }>(
        `mutation ($input: RecordDeliveryInput!) { recordDelivery(input: $input) {
          __typename ... on RecordDeliverySuccess { delivery { id } } ${refusal} } }`,
        { variables: { input }, viewer: test.viewer(email) },
      );
      return recordDelivery;
    },

    /** What the service has told of one thing so far. */
    async told(subject: string | undefined): Promise<readonly BusEvent[]> {
      const newest = await test.bus.head('events');
      const events = await test.bus.read('events', 0, newest);
      return events.filter((event) => event.subject === subject);
    },

    /** Rows of every table that a command of this service writes. */
    async stored(): Promise<Record<string, number>> {
      const own = ['body', 'event', 'agenda_item', 'deadline', 'side_event', 'delivery'];
      const tables = [...own, 'outbox', 'audit_entry', 'idempotency_key'];
      const counts = tables.map(
        (table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`,
      );
      const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(
        test.subgraph.service.database.reads,
      );
      return rows[0] ?? {};
    },
  };
}

export type EventsWorld = Awaited<ReturnType<typeof startEventsWorld>>;

/** The 51st session of the Human Rights Council. */
export const session51 = {
  title: 'Human Rights Council, 51st session',
  body: { code: 'HRC', name: 'Human Rights Council' },
  session: '51',
  startsOn: '2022-09-12',
  endsOn: '2022-10-07',
  place: 'Geneva',
  country: 'CH',
};

/** When written statements to that session are due, in Geneva. */
const noon = { kind: 'WRITTEN_STATEMENT', localTime: '2022-08-29T12:00', timezone: 'Europe/Zurich' };

/** A delivery that can be recorded: its statement, list, event, agenda item and deliverer all exist. */
export async function deliverable(world: EventsWorld) {
  const { event } = await world.createEvent();
  const eventId = event?.id ?? '';
  const { agendaItem } = await world.addAgendaItem({ eventId, number: '4', title: 'Situations' });
  const statementId = await world.statement();
  return {
    statementId,
    eventId,
    agendaItemId: agendaItem?.id ?? '',
    ...(await world.frozenList(statementId)),
    deliveredOn: '2022-09-27',
    deliveredByIds: [await world.organisation()],
  };
}
