import { HubError } from '../../hub-error.js';
import { namedColumns } from './column-name.js';
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
 * @throws HubError where each line would be a name, and nearly all look like rows of a table
 */
export async function guessDelimiter(text: string): Promise<Delimiter | null> {
  const trials = await Promise.all(delimiters.map((delimiter) => tryDelimiter(text, delimiter)));
  const [first = '', ...lines] = text.split(/[\r\n]+/, sampled).filter((line) => /^[^#]/.test(line));
  if (namedColumns([first]) > 0 && trials.every(({ headers }) => headers < 2)) return oneColumn(first, lines);
  const likely = trials.filter(({ headers, width, regular }) => headers > 0 || (width > 1 && regular >= 0.8));
  likely.sort(
    (one, other) => other.headers - one.headers || other.regular - one.regular || other.width - one.width,
  );
  return likely[0]?.delimiter ?? null;
}

/** @throws HubError where a title stands above a table whose own headers are not known */
function oneColumn(title: string, lines: readonly string[]): null {
  const between = delimiters.find((delimiter) => areRows(lines, delimiter));
  if (between === undefined) return null;
  throw new HubError(
    `Under "${title.slice(0, 60)}" nearly every line has ${spoken[between]}, and no line has headers that are known: the columns cannot be told apart. Remove the lines above the table and say which column is which, such as --column name=1 --column country=2; if each line is one name, put the names in quotation marks.`,
  );
}

const spoken: Readonly<Record<Delimiter, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
};

/** Commas belong to names as well: they only tell where there are as many in nearly every line. */
function areRows(lines: readonly string[], delimiter: Delimiter): boolean {
  const widths = lines.flatMap((line) => (line.startsWith('"') ? [] : [line.split(delimiter).length]));
  const usual = mostFrequent(widths);
  const rows = widths.filter((width) => (delimiter === ',' ? width === usual : true) && width > 1);
  return rows.length >= (delimiter === ',' ? 3 : 1) && rows.length >= 0.8 * lines.length;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

async function tryDelimiter(text: string, delimiter: Delimiter): Promise<Trial> {
  const rows = await firstRows(text, delimiter);
  const widths = rows.map(({ cells }) => cells.length);
  const width = mostFrequent(widths);
  const count = widths.filter((one) => one === width).length;
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
  return cells.length < 2 ? 0 : namedColumns(cells);
}
