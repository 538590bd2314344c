import type { PrintedRow } from './printed-row.js';

/** First day of a body's later name, as far as a row tells; the day on which it joined is no such day. */
export function renamedSince({ renamedOn, change, day }: PrintedRow): string | null {
  return renamedOn ?? (change === null ? null : day);
}
