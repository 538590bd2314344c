const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const dayMs = 86_400_000;

/** What a clock on the wall shows, "2022-08-29T18:00", in milliseconds as if the wall hung in UTC; null for no time. */
export function wallTime(text: string): number | null {
  if (!form.test(text) || text < '1900') return null;
  const time = Date.parse(`${text}:00Z`);
  if (Number.isNaN(time)) return null;
  // 31 February rolls over into March: a real time comes back as it went in.
  return new Date(time).toISOString().startsWith(text) ? time : null;
}

/**
 * The instants at which clocks in a timezone show a time, oldest first: one, none where clocks go forward over it, two
 * where they go back over it. Timezones are at most a day away from UTC, so the offsets in use a day before and after
 * are all that can apply.
 *
 * @param wall as `wallTime` has it
 * @param timezone of the IANA database, known to Intl
 */
export function instantsOf(wall: number, timezone: string): readonly Date[] {
  const offsetAt = offsetsOf(timezone);
  const offsets = new Set([offsetAt(wall - dayMs), offsetAt(wall), offsetAt(wall + dayMs)]);
  const instants = [...offsets].map((offset) => wall - offset).filter((at) => at + offsetAt(at) === wall);
  return instants.sort((a, b) => a - b).map((at) => new Date(at));
}

/** How far a timezone's clocks are before UTC at an instant, in milliseconds. */
function offsetsOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second } = parts;
    return Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
  };
}
