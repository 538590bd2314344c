import { withGuard } from './formula-guard.js';

/** Tells spreadsheets that the file is UTF-8; without it they show other letters where there are accents. */
export const byteOrderMark = '\ufeff';

/** One row of RFC 4180, with its line end; what could be a formula is guarded. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** A row of one empty cell would be an empty line, and a cell that begins with # a comment: both are put in quotes. */
function cellOf(cell: string, _: number, cells: readonly string[]): string {
  const guarded = withGuard(cell);
  const quoted = /[",\r\n;\t]|^\s|\s$|^#/.test(guarded) || (guarded === '' && cells.length === 1);
  return quoted ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
