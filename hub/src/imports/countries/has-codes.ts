import type { List } from '../reading/read-list.js';
import { isAmbiguousCountry, readCountry } from './read-country.js';

/** Stands in every file that the hub has exported, and in no other. */
const exported = 'organisation_id';

/**
 * Whether a list has codes of two letters where countries stand, so that NA is Namibia: it was exported by the hub, or
 * every other country in it is such a code. In a file of doubtful rows the hub itself has written the other codes, so
 * they say nothing of what the list meant.
 */
export function hasCodes({
  rows,
  columns,
  unreadColumns,
}: Pick<List, 'rows' | 'columns' | 'unreadColumns'>): boolean {
  if (columns.includes('decision')) return false;
  const cells = rows.map(({ cells: { country = '' } }) => country.trim());
  if (!cells.some(isAmbiguousCountry)) return false;
  if (unreadColumns.some((header) => header.trim() === exported)) return true;
  const others = cells.filter((cell) => !isAmbiguousCountry(cell) && !('none' in readCountry(cell)));
  return others.length > 0 && others.every(isCode);
}

function isCode(cell: string): boolean {
  return /^[a-z]{2}$/i.test(cell) && 'country' in readCountry(cell);
}
