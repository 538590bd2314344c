import { withoutGuard } from '../../csv/formula-guard.js';
import { HubError } from '../../hub-error.js';
import type { ColumnName } from './column-name.js';
import { type Layout, layoutOf, type Wanted } from './columns.js';
import { decodeText } from './decode-text.js';
import { guessDelimiter } from './delimiter.js';
import { foreignFormat } from './foreign-format.js';
import { type CellRow, type Delimiter, parseCells } from './parse-cells.js';
import { readBounded, unreadable } from './read-bounded.js';

/** A row of a list, as far as an import reads it; cells are trimmed. */
export interface ListRow {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ColumnName, string>>>;
  /** Set where the row cannot be read: what is wrong with it. */
  readonly fault?: string;
}

/** A list as read from a file. */
export interface List {
  readonly rows: readonly ListRow[];
  /** As TextDecoder names it. */
  readonly encoding: string;
  readonly columns: readonly ColumnName[];
  readonly unreadColumns: readonly string[];
  /** False where columns were told or guessed by what is in them. */
  readonly hasHeaders: boolean;
}

export interface ReadingOptions extends Wanted {
  /** Overrules the guess; a label of the WHATWG Encoding standard. */
  readonly encoding?: string | undefined;
}

export const mostRows = 100_000;

const mostColumns = 200;

/** Rows by which columns without headers are told apart. */
const sampled = 200;

/**
 * Reads a list as people have them: any usual encoding and delimiter, titles and comments, with headers or without.
 * @throws HubError in one plain sentence that says what to do
 */
export async function readList(path: string, options: ReadingOptions): Promise<List> {
  const bytes = await readBounded(path);
  if (bytes.length === 0) throw unreadable(path, 'it is empty');
  const format = foreignFormat(bytes);
  if (format !== null) {
    throw unreadable(
      path,
      `it is ${format}; save the list as CSV (from a spreadsheet: "Save as", "CSV UTF-8")`,
    );
  }
  const decoded = decodeText(bytes, options.encoding);
  if (decoded === null)
    throw unreadable(path, `it is not text${options.encoding ? ` in ${options.encoding}` : ''}`);
  return { ...(await readTable(decoded.text, options)), encoding: decoded.encoding };
}

/** The same for a text. */
export async function readTable(text: string, wanted: Wanted): Promise<Omit<List, 'encoding'>> {
  const { body, separator } = withoutSeparatorLine(numbered(text));
  const delimiter = separator ?? (await guessDelimiter(body));
  const rows = parseCells(body, delimiter);
  const first = await take(rows, sampled);
  const layout = layoutOf(first, wanted);
  const read = first.slice(layout.skip).map((row) => rowOf(row, layout));
  for await (const row of rows) {
    read.push(rowOf(checked(row), layout));
    if (read.length > mostRows)
      throw new HubError(`The list has more than ${mostRows} rows; cut it into parts.`);
  }
  const filled = read.filter(({ cells, fault }) => fault !== undefined || Object.values(cells).some(Boolean));
  if (filled.length === 0) throw new HubError('The list is empty: it has headers, and no rows below them.');
  return {
    rows: filled,
    columns: [...layout.columns.keys()],
    unreadColumns: layout.unread,
    hasHeaders: layout.width !== null,
  };
}

/** "#" is also what the column of numbers is called; then it is no comment. */
function numbered(text: string): string {
  return text.replace(/^#(?=[,;\t|])/m, 'no');
}

/** Spreadsheets write "sep=;" as the first line; an empty one instead keeps the numbers of lines. */
function withoutSeparatorLine(text: string): { body: string; separator: Delimiter | null } {
  const [line, separator] = /^sep=([,;\t|])(?=\r|\n)/.exec(text) ?? [];
  if (line === undefined) return { body: text, separator: null };
  return { body: text.slice(line.length), separator: separator as Delimiter };
}

async function take(rows: AsyncGenerator<CellRow, void>, count: number): Promise<CellRow[]> {
  const taken: CellRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(checked(next.value));
  }
  return taken;
}

function checked(row: CellRow): CellRow {
  if (row.cells.length <= mostColumns) return row;
  throw new HubError(
    `Line ${row.line} has ${row.cells.length} columns, and no list of organisations has more than ${mostColumns}.`,
  );
}

function rowOf({ line, cells }: CellRow, { columns, width }: Layout): ListRow {
  const read = Object.fromEntries(
    [...columns].map(([column, index]) => [column, withoutGuard((cells[index] ?? '').trim())]),
  );
  const spare = width === null ? [] : cells.slice(width).filter((cell) => cell.trim() !== '');
  return { line, cells: read, ...(spare.length > 0 ? { fault: spareCells } : {}) };
}

const spareCells =
  'The row has more columns than the headers: put names that contain the delimiter in quotation marks.';
