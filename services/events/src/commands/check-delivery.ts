import { type CommandScope, InvalidInput, isUuid, NotFound, refuse } from '@coalition-hub/subgraph';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { ListDigestMismatch, ListUnknown } from '../types/refusals.js';
import type { DeliverySubject } from './delivery-subject.js';

const mostDeliverers = 50;

interface NamedDelivery {
  readonly agendaItemId?: string | null;
  readonly listId: string;
  readonly listDigest: string;
  readonly deliveredOn: string;
  readonly deliveredByIds: readonly string[];
}

/** Refuses a delivery that cannot have been: wrong list, day, agenda item or organisations. */
export async function checkDelivery(
  scope: CommandScope<Tables>,
  { statement, event }: DeliverySubject,
  delivery: NamedDelivery,
): Promise<void> {
  checkDay(event, delivery.deliveredOn);
  checkDeliverers(delivery.deliveredByIds);
  await checkAgendaItem(scope, event.id, delivery.agendaItemId ?? null);
  await checkList(scope, statement.id, delivery);
  await checkOrganisations(scope, delivery.deliveredByIds);
}

function checkDay({ startsOn, endsOn }: EventRecord, day: string): void {
  if (day >= startsOn && day <= endsOn) return;
  refuse(
    new InvalidInput('deliveredOn', `"deliveredOn" must be a day of the event, ${startsOn} to ${endsOn}.`),
  );
}

function checkDeliverers(ids: readonly string[]): void {
  const field = 'deliveredByIds';
  if (ids.length === 0) refuse(new InvalidInput(field, `"${field}" must name at least one organisation.`));
  if (ids.length > mostDeliverers)
    refuse(new InvalidInput(field, `"${field}" may name at most ${mostDeliverers} organisations.`));
  if (new Set(ids).size < ids.length)
    refuse(new InvalidInput(field, `"${field}" must name each organisation once.`));
}

async function checkAgendaItem(
  { sql }: CommandScope<Tables>,
  eventId: string,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const item = isUuid(id)
    ? await sql
        .selectFrom('agenda_item')
        .select('id')
        .where('id', '=', id)
        .where('event_id', '=', eventId)
        .executeTakeFirst()
    : undefined;
  if (!item) refuse(new InvalidInput('agendaItemId', 'The agenda of this event has no such item.'));
}

async function checkList(
  { sql }: CommandScope<Tables>,
  statementId: string,
  { listId, listDigest }: NamedDelivery,
): Promise<void> {
  const list = isUuid(listId)
    ? await sql
        .selectFrom('known_list')
        .select('digest')
        .where('id', '=', listId)
        .where('statement_id', '=', statementId)
        .executeTakeFirst()
    : undefined;
  if (!list) return refuse(new ListUnknown());
  if (list.digest !== listDigest) refuse(new ListDigestMismatch());
}

/** Not `InvalidInput`, which is final: the organisation may have been registered a moment ago. */
async function checkOrganisations({ sql }: CommandScope<Tables>, ids: readonly string[]): Promise<void> {
  const known = await sql
    .selectFrom('known_organisation')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
    .execute();
  if (known.length < ids.length) refuse(new NotFound('organisation'));
}
