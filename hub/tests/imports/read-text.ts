import { columnNames } from '../../src/imports/reading/column-name.js';
import { readTable } from '../../src/imports/reading/read-list.js';

/** Reads a table that is written down in a test, with any column. */
export function read(text: string, told: Record<string, string> = {}) {
  return readTable(text, { columns: columnNames, told: new Map(Object.entries(told)) as never });
}

/** Names and countries of a table, as they are read. */
export async function namesIn(text: string, told: Record<string, string> = {}): Promise<string[][]> {
  const { rows } = await read(text, told);
  return rows.map(({ cells }) => [cells.name ?? '', cells.country ?? '']);
}
