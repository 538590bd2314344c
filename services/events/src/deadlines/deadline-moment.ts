import { InvalidInput, refuse } from '@coalition-hub/subgraph';
import { instantsOf, wallTime } from './local-time.js';
import { cleanTimezone } from './timezone.js';

/** A deadline as people state it, and the instant that it means. */
export interface DeadlineMoment {
  /** `YYYY-MM-DDTHH:MM`, as a clock in that timezone shows it. */
  readonly localTime: string;
  readonly timezone: string;
  /** ISO 8601 in UTC. */
  readonly instant: string;
  /** Whether clocks went back over the local time; the instant is the earlier of the two. */
  readonly ambiguous: boolean;
}

/**
 * What a local time in a timezone means. Where clocks go back the earlier instant is taken: who is ready by then is in
 * time either way. A time that clocks go over when they go forward never comes, and is refused.
 *
 * @param timezone null where nobody named one
 */
export function deadlineMoment(localTime: string, timezone: string | null): DeadlineMoment {
  if (timezone === null)
    return refuse(new InvalidInput('timezone', 'This event has no timezone, so the deadline must name one.'));
  const zone = cleanTimezone(timezone);
  const wall = wallTime(localTime) ?? refuseTime('"localTime" must look like "2022-08-29T18:00".');
  const [first, second] = instantsOf(wall, zone);
  if (first === undefined) {
    const shown = localTime.replace('T', ' ');
    return refuseTime(
      `${shown} does not exist in ${zone}: clocks go forward over it. Name a time that does.`,
    );
  }
  return { localTime, timezone: zone, instant: first.toISOString(), ambiguous: second !== undefined };
}

function refuseTime(message: string): never {
  return refuse(new InvalidInput('localTime', message));
}
