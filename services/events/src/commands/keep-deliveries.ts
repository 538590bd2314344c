import { type CommandScope, InvalidInput, refuse } from '@coalition-hub/subgraph';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { DeliveryMode } from '../types/delivery-mode.js';
import { EventHasDeliveries } from '../types/refusals.js';
import { deliveryDays } from './delivery-days.js';

/** What is on record of an event. */
export type EventDetails = Pick<
  EventRecord,
  'title' | 'session' | 'startsOn' | 'endsOn' | 'place' | 'country' | 'timezone'
>;

/**
 * Refuses a change of what deliveries rely on. What was read out was read at the event as it then was. What was handed
 * in ahead was for this event, wherever and whenever it takes place in the end: sessions are put off.
 */
export async function keepDeliveries(
  { sql: db }: CommandScope<Tables>,
  before: EventDetails,
  event: EventRecord,
): Promise<void> {
  const deliveries = await db
    .selectFrom('delivery')
    .select(['mode', 'delivered_on as deliveredOn'])
    .where('event_id', '=', event.id)
    .orderBy('delivered_on')
    .execute();
  if (deliveries.some(({ mode }) => mode === DeliveryMode.ORAL)) refuse(new EventHasDeliveries('READ_OUT'));
  if (deliveries.length > 0 && (before.title !== event.title || before.session !== event.session))
    refuse(new EventHasDeliveries('HANDED_IN'));
  for (const { mode, deliveredOn } of deliveries) checkStaysOnDay(event, mode, deliveredOn);
}

function checkStaysOnDay(event: EventRecord, mode: DeliveryMode, day: string): void {
  const { first, last } = deliveryDays(event, mode);
  if (day >= first && day <= last) return;
  const why = `A statement was handed in on ${day}, which must stay a day of the event, or in the year before.`;
  refuse(new InvalidInput(day < first ? 'startsOn' : 'endsOn', why));
}
