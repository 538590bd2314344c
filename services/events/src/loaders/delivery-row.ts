import type { Delivery } from '../types/delivery.js';
import type { DeliveryMode } from '../types/delivery-mode.js';

export const deliveryColumns = [
  'delivery.id',
  'delivery.statement_id as statementId',
  'delivery.event_id as eventId',
  'delivery.agenda_item_id as agendaItemId',
  'delivery.list_id as listId',
  'delivery.list_digest as listDigest',
  'delivery.delivered_on as deliveredOn',
  'delivery.delivered_by_ids as deliveredByIds',
  'delivery.mode',
  'delivery.speaker_id as speakerId',
  'delivery.on_behalf_of_ids as onBehalfOfIds',
  'delivery.reference',
  'delivery.addressees',
] as const;

export interface DeliveryRow {
  readonly id: string;
  readonly statementId: string;
  readonly eventId: string;
  readonly agendaItemId: string | null;
  readonly listId: string;
  readonly listDigest: string;
  readonly deliveredOn: string;
  readonly deliveredByIds: readonly string[];
  readonly mode: DeliveryMode;
  readonly speakerId: string | null;
  readonly onBehalfOfIds: readonly string[];
  readonly reference: string | null;
  readonly addressees: string | null;
}

/** What belongs to other subgraphs is named by id only. */
export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    eventId: row.eventId,
    agendaItemId: row.agendaItemId,
    listDigest: row.listDigest,
    deliveredOn: row.deliveredOn,
    mode: row.mode,
    reference: row.reference,
    addressees: row.addressees,
    statement: { id: row.statementId },
    list: { id: row.listId },
    deliveredBy: row.deliveredByIds.map((id) => ({ id })),
    speaker: row.speakerId === null ? null : { id: row.speakerId },
    onBehalfOf: row.onBehalfOfIds.map((id) => ({ id })),
  };
}
