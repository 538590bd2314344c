import { readCountry } from '../countries/read-country.js';
import type { ColumnName } from './column-name.js';
import type { CellRow } from './parse-cells.js';

/** Columns of a list without headers, by what is in them; null where that does not tell which one holds the names. */
export function guessColumns(rows: readonly CellRow[]): ReadonlyMap<ColumnName, number> | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width === 1) return new Map([['name', 0]]);
  const columns = Array.from({ length: width }, (_, index) => filled(rows, index));
  const countryAt = columns.findIndex(areCountries);
  const names = columns.flatMap((cells, index) =>
    index !== countryAt && areNames(cells, rows.length) ? [index] : [],
  );
  const [nameAt] = names;
  if (nameAt === undefined || names.length > 1) return null;
  return new Map<ColumnName, number>([
    ['name', nameAt],
    ...(countryAt < 0 ? [] : ([['country', countryAt]] as const)),
  ]);
}

function filled(rows: readonly CellRow[], index: number): string[] {
  return rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
}

function areCountries(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => 'country' in readCountry(cell));
  return known.length > 0 && known.length >= 0.6 * cells.length;
}

/** Most rows have one, with letters, and hardly any is there twice. */
function areNames(cells: readonly string[], rows: number): boolean {
  const lettered = cells.filter((cell) => /\p{L}{2}/u.test(cell));
  return lettered.length >= 0.8 * rows && new Set(cells).size >= 0.5 * cells.length;
}
