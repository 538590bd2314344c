import type { Emit, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { DeliveryMode } from '../types/delivery-mode.js';
import type { AgendaItemSeed, EventSeed } from './event-seed.js';
import { seedEvent } from './seed-event.js';

/** A statement that was made. Days are `YYYY-MM-DD`. */
export interface MadeDelivery {
  readonly id: string;
  readonly statementId: string;
  readonly listId: string;
  readonly listDigest: string;
  readonly deliveredOn: string;
  readonly deliveredByIds: readonly string[];
  /** Read out unless told. */
  readonly mode?: `${DeliveryMode}`;
  readonly speakerId?: string | null;
  readonly onBehalfOfIds?: readonly string[];
  readonly reference?: string | null;
  readonly addressees?: string | null;
}

/** An event of one agenda item at which one statement was delivered. */
export interface DeliverySeed extends Pick<EventSeed, 'body' | 'event' | 'deadlines' | 'sideEvents'> {
  readonly agendaItem: AgendaItemSeed;
  readonly delivery: MadeDelivery;
}

/** Where a statement was made: an event that was entered before, and an item of its agenda. */
export interface DeliveryPlace {
  readonly eventId: string;
  readonly agendaItemId: string | null;
}

/** Enters an event with a delivery, telling the other services what commands would have told them. */
export async function seedDelivery(unit: Unit<Tables>, emit: Emit, seed: DeliverySeed): Promise<void> {
  const { agendaItem, delivery, ...event } = seed;
  await seedEvent(unit, emit, { ...event, agendaItems: [agendaItem] });
  await seedDeliveryAt(unit, emit, { eventId: event.event.id, agendaItemId: agendaItem.id }, delivery);
}

/** Enters a delivery at an event that was entered before. */
export async function seedDeliveryAt(
  unit: Unit<Tables>,
  emit: Emit,
  place: DeliveryPlace,
  delivery: MadeDelivery,
): Promise<void> {
  await insertDelivery(unit, place, delivery);
  const { id: deliveryId, statementId, listId, listDigest, deliveredOn } = delivery;
  emit({
    type: 'DELIVERY_RECORDED',
    subject: deliveryId,
    occurredAt: `${deliveredOn}T12:00:00.000Z`,
    data: { deliveryId, statementId, ...place, listId, listDigest, deliveredOn },
  });
}

async function insertDelivery(
  { sql }: Unit<Tables>,
  { eventId, agendaItemId }: DeliveryPlace,
  delivery: MadeDelivery,
): Promise<void> {
  await sql
    .insertInto('delivery')
    .values({
      id: delivery.id,
      statement_id: delivery.statementId,
      event_id: eventId,
      agenda_item_id: agendaItemId,
      list_id: delivery.listId,
      list_digest: delivery.listDigest,
      delivered_on: delivery.deliveredOn,
      delivered_by_ids: [...delivery.deliveredByIds],
      mode: (delivery.mode ?? 'ORAL') as DeliveryMode,
      speaker_id: delivery.speakerId ?? null,
      on_behalf_of_ids: [...(delivery.onBehalfOfIds ?? [])],
      reference: delivery.reference ?? null,
      addressees: delivery.addressees ?? null,
    })
    .execute();
}
