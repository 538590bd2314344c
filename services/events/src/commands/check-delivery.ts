import { type CommandScope, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { DeliveryMode } from '../types/delivery-mode.js';
import { ListDigestMismatch, ListUnknown } from '../types/refusals.js';
import { checkNamed } from './check-organisations.js';
import { deliveryDays } from './delivery-days.js';
import type { DeliveryManner } from './delivery-manner.js';
import type { DeliverySubject } from './delivery-subject.js';

interface NamedDelivery {
  readonly agendaItemId?: string | null;
  readonly listId: string;
  readonly listDigest: string;
  readonly deliveredOn: string;
  readonly deliveredByIds: readonly string[];
}

/** Refuses a delivery that cannot have been: wrong list, day or agenda item, or too many organisations. */
export async function checkDelivery(
  scope: CommandScope<Tables>,
  { statement, event }: DeliverySubject,
  delivery: NamedDelivery,
  { mode, onBehalfOfIds }: DeliveryManner,
): Promise<void> {
  const { deliveredByIds } = delivery;
  checkDay(event, delivery.deliveredOn, mode);
  checkNamed('deliveredByIds', deliveredByIds, { least: 1 });
  checkNamed('onBehalfOfIds', onBehalfOfIds, { least: 0 });
  await checkAgendaItem(scope, event.id, delivery.agendaItemId ?? null);
  await checkList(scope, statement.id, delivery);
}

function checkDay(event: EventRecord, day: string, mode: DeliveryMode): void {
  const { first, last } = deliveryDays(event, mode);
  if (day >= first && day <= last) return;
  const days =
    mode === DeliveryMode.ORAL ? 'a day of the event' : 'a day of the event, or in the year before';
  refuse(new InvalidInput('deliveredOn', `"deliveredOn" must be ${days}: ${first} to ${last}.`));
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
