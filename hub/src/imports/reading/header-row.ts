import { namedColumns } from './column-name.js';
import { foldWords } from './fold-words.js';
import type { CellRow } from './parse-cells.js';

/** Lists have a title or two above their headers. */
const mostTitles = 10;

/**
 * Which of the first rows has the headers; -1 where none has.
 * @param told headers that were told, of which one is enough
 */
export function headerIndex(rows: readonly CellRow[], told: readonly string[]): number {
  const first = rows.slice(0, mostTitles);
  const byTold = first.findIndex(({ cells }) => told.some((header) => indexOfHeader(cells, header) >= 0));
  if (byTold >= 0) return byTold;
  const named = first.map(({ cells }) => namedColumns(cells));
  const candidate = named.findIndex((count, index) => count > Math.min(index, 1));
  return candidate < 0 ? -1 : belowTitle(first, named, candidate);
}

/**
 * A title such as "Signatories" is a known header too: then the row below it that names most columns has the headers.
 * Cells of rows are header words as well ("Network", "signed"), so a row of headers does not give way to one of those.
 */
function belowTitle(rows: readonly CellRow[], named: readonly number[], candidate: number): number {
  const isTitle = filled(rows[candidate]).length === 1;
  const best = rows.reduce((most, row, index) => {
    const isHeader = isTitle || filled(row).every((cell) => namedColumns([cell]) > 0);
    return isHeader && (named[index] ?? 0) > Math.max(1, named[most] ?? 0) ? index : most;
  }, candidate);
  return best;
}

function filled(row: CellRow | undefined): string[] {
  return row?.cells.filter((cell) => cell.trim() !== '') ?? [];
}

/** Where a header stands, accents, capitals and punctuation aside; -1 where it does not. */
export function indexOfHeader(cells: readonly string[], header: string): number {
  const exact = cells.findIndex((cell) => cell.trim() === header);
  if (exact >= 0) return exact;
  const wanted = foldWords(header).join(' ');
  return wanted === '' ? -1 : cells.findIndex((cell) => foldWords(cell).join(' ') === wanted);
}
