import type { Emit, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/** An event of one agenda item at which one statement was delivered. Days are `YYYY-MM-DD`. */
export interface DeliverySeed {
  readonly body: { readonly id: string; readonly code: string; readonly name: string };
  readonly event: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly session: string | null;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly place: string;
    readonly country: string | null;
  };
  readonly agendaItem: { readonly id: string; readonly number: string; readonly title: string };
  readonly delivery: {
    readonly id: string;
    readonly statementId: string;
    readonly listId: string;
    readonly listDigest: string;
    readonly deliveredOn: string;
    readonly deliveredByIds: readonly string[];
  };
}

/** Enters an event with a delivery, telling the other services what commands would have told them. */
export async function seedDelivery(unit: Unit<Tables>, emit: Emit, seed: DeliverySeed): Promise<void> {
  await insertRows(unit, seed);
  const { event, agendaItem, delivery } = seed;
  const { id: eventId, slug, title } = event;
  const { id: agendaItemId, number } = agendaItem;
  const { id: deliveryId, statementId, listId, listDigest, deliveredOn } = delivery;
  emit({ type: 'EVENT_CREATED', subject: eventId, data: { eventId, slug, title } });
  emit({ type: 'AGENDA_ITEM_ADDED', subject: eventId, data: { eventId, agendaItemId, number } });
  emit({
    type: 'DELIVERY_RECORDED',
    subject: deliveryId,
    occurredAt: `${deliveredOn}T12:00:00.000Z`,
    data: { deliveryId, statementId, eventId, agendaItemId, listId, listDigest, deliveredOn },
  });
}

async function insertRows(
  { sql }: Unit<Tables>,
  { body, event, agendaItem, delivery }: DeliverySeed,
): Promise<void> {
  const { startsOn, endsOn, ...shown } = event;
  await sql.insertInto('body').values(body).execute();
  await sql
    .insertInto('event')
    .values({ ...shown, body_id: body.id, starts_on: startsOn, ends_on: endsOn })
    .execute();
  await sql
    .insertInto('agenda_item')
    .values({ ...agendaItem, event_id: event.id })
    .execute();
  await sql
    .insertInto('delivery')
    .values({
      id: delivery.id,
      statement_id: delivery.statementId,
      event_id: event.id,
      agenda_item_id: agendaItem.id,
      list_id: delivery.listId,
      list_digest: delivery.listDigest,
      delivered_on: delivery.deliveredOn,
      delivered_by_ids: [...delivery.deliveredByIds],
    })
    .execute();
}
