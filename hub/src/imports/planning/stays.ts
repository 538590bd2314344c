import type { Stay } from '@coalition-hub/organisations';

/** What a row of a list says of one body. */
export interface Appearance {
  readonly line: number;
  /** The name and the country as they stand there. */
  readonly printed: string;
  readonly printedCountry: string;
  /** `YYYY-MM-DD`; null where the row has none. */
  readonly day: string | null;
  readonly change: 'JOINED' | 'LEFT' | null;
}

/** A stay, and the row that begins it; null where the list tells only its end. */
export interface ListedStay extends Stay {
  readonly line: number | null;
}

/**
 * When a body was on a list. Of a plain list the first row counts. In a list of changes it is there at the end of a day
 * on which one of its names still is: so a name that is removed and another one added on the same day are one stay, in
 * whichever order they stand there; and it was there last on the day before the one at whose end it is not. A name
 * that is removed alone takes the body off, also where it was put on in another spelling.
 * @param rows of one body, in time
 */
export function staysOf(rows: readonly Appearance[]): ListedStay[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.every(({ change }) => change === null))
    return [{ joinedOn: first.day, endedOn: null, line: first.line }];
  const stays: ListedStay[] = [];
  const names = new Set<string>();
  for (const [day, changes] of byDay(rows)) {
    const wasThere = names.size > 0;
    const { line = null } = changes.find(({ change }) => change !== 'LEFT') ?? {};
    for (const appearance of changes) {
      if (appearance.change !== 'LEFT') names.add(printOf(appearance));
      else if (!names.delete(printOf(appearance)) && line === null) names.clear();
    }
    if (!wasThere && names.size > 0) stays.push({ joinedOn: day, endedOn: null, line });
    else if (wasThere && names.size === 0) end(stays, day);
    else if (!wasThere && line === null && !covers(stays, day)) stays.push(endedBefore(day));
  }
  return stays;
}

function printOf({ printed, printedCountry }: Appearance): string {
  return JSON.stringify([printed, printedCountry]);
}

function byDay(rows: readonly Appearance[]): Map<string | null, Appearance[]> {
  return Map.groupBy(rows, ({ day }) => day);
}

function end(stays: ListedStay[], day: string | null): void {
  const last = stays.pop();
  if (last !== undefined) stays.push({ ...last, endedOn: dayBefore(day) });
}

/** A second removal says nothing that the first one has not said. */
function covers(stays: readonly ListedStay[], day: string | null): boolean {
  return stays.some(({ endedOn }) => endedOn !== null && day !== null && endedOn < day);
}

function endedBefore(day: string | null): ListedStay {
  return { joinedOn: null, endedOn: dayBefore(day), line: null };
}

function dayBefore(day: string | null): string | null {
  if (day === null) return null;
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
