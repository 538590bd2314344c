import type { EventRecord } from '../entities/event-record.js';
import { DeliveryMode } from '../types/delivery-mode.js';

type Days = Pick<EventRecord, 'startsOn' | 'endsOn'>;

/**
 * Days on which a statement can be made at an event, both counted: what was read out was read on one of the event's
 * days; papers and letters go ahead of it, within a year.
 */
export function deliveryDays(
  { startsOn, endsOn }: Days,
  mode: DeliveryMode,
): { first: string; last: string } {
  return { first: mode === DeliveryMode.ORAL ? startsOn : yearBefore(startsOn), last: endsOn };
}

function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
}
