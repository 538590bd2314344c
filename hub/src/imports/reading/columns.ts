import { HubError } from '../../hub-error.js';
import { type ColumnName, headerRank } from './column-name.js';
import { foldWords } from './fold-words.js';
import { guessColumns } from './guess-columns.js';
import { headerIndex, indexOfHeader } from './header-row.js';
import type { CellRow } from './parse-cells.js';

/** Which column of the file holds what, counted from 0. */
export type Columns = ReadonlyMap<ColumnName, number>;

/** Told on the command line: a header as it stands in the file, a number counted from 1, or "-" for none. */
export type ToldColumns = ReadonlyMap<ColumnName, string>;

export interface Layout {
  readonly columns: Columns;
  /** How many of the first rows are headers or stand before them. */
  readonly skip: number;
  /** Headers of columns that are not read. */
  readonly unread: readonly string[];
  /** How many cells rows have at most; null where no header says it. */
  readonly width: number | null;
}

/** Which columns an import can use, and what was told of them. */
export interface Wanted {
  readonly columns: readonly ColumnName[];
  readonly told: ToldColumns;
}

const none = '-';

/**
 * Finds out which column is which, by what was told, then by the headers, then by what is in the columns.
 * @param rows the first rows of the file
 * @throws HubError where none or several could be the name
 */
export function layoutOf(rows: readonly CellRow[], wanted: Wanted): Layout {
  const told = [...wanted.told.values()].filter((header) => header !== none && !isNumber(header));
  const headerAt = headerIndex(rows, told);
  const header = rows[headerAt];
  if (header === undefined) return { columns: withoutHeader(rows, wanted), skip: 0, unread: [], width: null };
  const columns = byHeader(header.cells, wanted);
  if (!columns.has('name')) throw nameless(header.cells);
  const read = new Set(columns.values());
  const unread = header.cells.filter((cell, index) => cell.trim() !== '' && !read.has(index));
  return { columns, skip: headerAt + 1, unread, width: header.cells.length };
}

function byHeader(cells: readonly string[], wishes: Wanted): Columns {
  const { columns: wanted, told } = wishes;
  const columns = new Map<ColumnName, number>();
  for (const column of wanted) {
    const header = told.get(column);
    if (header === none) continue;
    const index = header === undefined ? recognised(cells, column) : indexOfTold(cells, header);
    if (index !== null) columns.set(column, index);
  }
  return withDayOfChange(withoutContacts(columns, cells, told), cells, wishes);
}

const contactWords = new Set(
  'contact contacto contacte persona person representante representative firmante apellido apellidos email mail correo'.split(
    ' ',
  ),
);

/** Beside the name or the address of a contact, "Cargo" is that contact's position, and no capacity in which one signs. */
function withoutContacts(
  columns: Map<ColumnName, number>,
  cells: readonly string[],
  told: ToldColumns,
): Map<ColumnName, number> {
  const [nameAt, capacityAt] = [columns.get('name'), columns.get('capacity')];
  const isSure = capacityAt === undefined || headerRank(cells[capacityAt] ?? '', 'capacity') === 0;
  if (isSure || told.has('capacity')) return columns;
  const isContact = (cell: string, index: number) =>
    index !== nameAt &&
    (headerRank(cell, 'name') !== null || foldWords(cell).some((word) => contactWords.has(word)));
  if (cells.some(isContact)) columns.delete('capacity');
  return columns;
}

/** "Date" says nothing of members, but in a list of changes it is the day of the change. */
function withDayOfChange(
  columns: Map<ColumnName, number>,
  cells: readonly string[],
  { columns: wanted, told }: Wanted,
): Columns {
  const isOpen = wanted.includes('joined') && !told.has('joined') && !columns.has('joined');
  if (!columns.has('change') || !isOpen) return columns;
  const index = recognised(cells, 'signed');
  return index === null ? columns : columns.set('joined', index);
}

/** @throws HubError where two columns are equally likely to be the name; of others the first one is taken */
function recognised(cells: readonly string[], column: ColumnName): number | null {
  const ranks = cells.map((cell) => headerRank(cell, column) ?? Number.POSITIVE_INFINITY);
  const best = Math.min(...ranks);
  if (best === Number.POSITIVE_INFINITY) return null;
  if (column === 'name' && ranks.filter((rank) => rank === best).length > 1)
    throw severalNames(cells, ranks, best);
  return ranks.indexOf(best);
}

/** @throws HubError where the file has no such column */
function indexOfTold(cells: readonly string[], header: string): number {
  const index = isNumber(header) ? Number(header) - 1 : indexOfHeader(cells, header);
  if (index >= 0 && index < cells.length) return index;
  throw new HubError(`The file has no column "${header}". It has: ${listed(cells)}.`);
}

function withoutHeader(rows: readonly CellRow[], { columns: wanted, told }: Wanted): Columns {
  const [first] = rows;
  if (first === undefined) throw new HubError('The list is empty: there is no row in it.');
  const columns = new Map<ColumnName, number>();
  for (const column of wanted) {
    const header = told.get(column);
    if (header !== undefined && header !== none) columns.set(column, indexOfTold(first.cells, header));
  }
  if (columns.has('name')) return columns;
  const guessed = guessColumns(rows);
  if (guessed === null) throw nameless(first.cells);
  return new Map([...guessed, ...columns]);
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text);
}

function nameless(cells: readonly string[]): HubError {
  return new HubError(
    `Which column holds the names of organisations cannot be told from the file. Say it, such as --column name=2 --column country=3. Its columns: ${listed(cells)}.`,
  );
}

function severalNames(cells: readonly string[], ranks: readonly number[], best: number): HubError {
  const names = cells.filter((_, index) => ranks[index] === best).map((cell) => `"${cell}"`);
  return new HubError(
    `Several columns could hold the names of organisations: ${names.join(', ')}. Say which one, such as --column name=${cells.findIndex((_, index) => ranks[index] === best) + 1}.`,
  );
}

const mostListed = 12;

function listed(cells: readonly string[]): string {
  const shown = cells
    .slice(0, mostListed)
    .map((cell, index) => `${index + 1} = "${cell.trim().slice(0, 60)}"`);
  return [...shown, ...(cells.length > mostListed ? ['…'] : [])].join(', ');
}
