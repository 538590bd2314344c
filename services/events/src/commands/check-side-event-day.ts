import { type Refusal, refuse } from '@coalition-hub/subgraph';
import type { EventRecord } from '../entities/event-record.js';

type Days = Pick<EventRecord, 'startsOn' | 'endsOn'>;

/**
 * Refuses an instant that is on no day of the event anywhere on earth: the event's days belong to no timezone, and the
 * instant does not say its own.
 * @param startsAt ISO 8601
 * @param refusal told which of the days is in the way
 */
export function checkSideEventDay(
  days: Days,
  startsAt: string,
  refusal: (days: Days, bound: keyof Days) => Refusal,
): void {
  const time = Date.parse(startsAt);
  const earliest = Date.parse(`${days.startsOn}T00:00+14:00`);
  const latest = Date.parse(`${days.endsOn}T23:59:59.999-12:00`);
  if (time < earliest) refuse(refusal(days, 'startsOn'));
  if (time > latest) refuse(refusal(days, 'endsOn'));
}
