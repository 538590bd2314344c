/** Throws unless `text` is an instant as `Date.toISOString` writes it: one spelling per instant. */
export function assertInstant(text: string): void {
  if (isoOf(text) !== text) {
    throw new TypeError(`A time is written like 2022-09-12T10:00:00.000Z, not "${text}"`);
  }
}

/** Throws unless `text` is a day of the calendar, `YYYY-MM-DD`. */
export function assertDate(text: string): void {
  if (isoOf(text)?.slice(0, 10) !== text) {
    throw new TypeError(`A date is written like 2022-09-12, not "${text}"`);
  }
}

function isoOf(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
