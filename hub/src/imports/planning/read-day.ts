/** What the cell of a date says: a day, `YYYY-MM-DD`; nothing; or what a person must write anew. */
export type DayReading = { readonly day: string | null } | { readonly unreadable: string };

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/;
const eitherFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?: .*)?$/;

/** Reads a day in figures. "04/05/2021" has two readings, so nothing is made of it. */
export function readDay(text: string): DayReading {
  const cell = text.trim();
  if (cell === '') return { day: null };
  const [, year, month, day] = yearFirst.exec(cell) ?? [];
  if (year !== undefined) return dayOf(cell, year, month, day);
  const [, dotDay, dotMonth, dotYear] = dayFirst.exec(cell) ?? [];
  if (dotYear !== undefined) return dayOf(cell, dotYear, dotMonth, dotDay);
  const [, one = '', other = '', lastYear] = eitherFirst.exec(cell) ?? [];
  if (lastYear !== undefined && Number(one) > 12) return dayOf(cell, lastYear, other, one);
  if (lastYear !== undefined && (Number(other) > 12 || one === other))
    return dayOf(cell, lastYear, one, other);
  return { unreadable: cell };
}

function dayOf(cell: string, year: string, month = '', day = ''): DayReading {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && iso >= earliest;
  return exists ? { day: iso } : { unreadable: cell };
}

/** Before this no organisation of today signed or joined anything; such a date is a typing error. */
const earliest = '1800-01-01';
