import type { PrintedRow } from './printed-row.js';

type Dated = Pick<PrintedRow, 'change' | 'day'>;

/** Rows of a plain list stay as they stand, since the first one of a body counts. */
export function inTime<Row extends Dated>(rows: readonly Row[]): readonly Row[] {
  if (rows.every(({ change }) => change === null)) return rows;
  return rows.toSorted(({ day: one }, { day: other }) => compare(one ?? '', other ?? ''));
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
