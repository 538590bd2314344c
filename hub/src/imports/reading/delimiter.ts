import { columnNames, headerRank } from './column-name.js';
import { type CellRow, type Delimiter, parseCells } from './parse-cells.js';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Rows that are looked at. */
const sampled = 50;

interface Trial {
  readonly delimiter: Delimiter;
  /** Most headers that are known in one of the first rows. */
  readonly headers: number;
  /** Share of the rows that have as many cells as most have. */
  readonly regular: number;
  readonly width: number;
}

/**
 * What stands between the columns: whatever makes known headers of the first rows, or rows of equal length. Null where
 * nothing does: then each line is a name, with the commas that are in it.
 */
export async function guessDelimiter(text: string): Promise<Delimiter | null> {
  const first = /^[^#\r\n].*/m.exec(text)?.[0] ?? '';
  if (columnNames.some((column) => headerRank(first, column) !== null)) return null;
  const trials = await Promise.all(delimiters.map((delimiter) => tryDelimiter(text, delimiter)));
  const likely = trials.filter(({ headers, width, regular }) => headers > 0 || (width > 1 && regular >= 0.8));
  likely.sort(
    (one, other) => other.headers - one.headers || other.regular - one.regular || other.width - one.width,
  );
  return likely[0]?.delimiter ?? null;
}

async function tryDelimiter(text: string, delimiter: Delimiter): Promise<Trial> {
  const rows = await firstRows(text, delimiter);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  const headers = Math.max(0, ...rows.slice(0, 10).map(headersIn));
  return { delimiter, headers, regular: count / Math.max(1, rows.length), width };
}

/** What cannot be read this way is not made of it. */
async function firstRows(text: string, delimiter: Delimiter): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  try {
    for await (const row of parseCells(text, delimiter, sampled)) rows.push(row);
  } catch {
    return rows;
  }
  return rows;
}

function headersIn({ cells }: CellRow): number {
  if (cells.length < 2) return 0;
  const named = cells.filter((cell) => columnNames.some((column) => headerRank(cell, column) !== null));
  return named.length;
}
