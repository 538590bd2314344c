import { byteOrderMark, csvLine } from '../csv/csv-line.js';

export type ExportFormat = 'csv' | 'json';

/** A row of an export: values by column, null for none. */
export type ExportRow = Readonly<Record<string, string | boolean | null>>;

/**
 * Writes rows as they come, so that memory stays the same however many there are.
 * @param columns names of the columns, in order
 */
export async function writeRows(
  rows: AsyncIterable<ExportRow>,
  columns: readonly string[],
  format: ExportFormat,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const writer = format === 'csv' ? csvWriter(columns) : jsonWriter();
  let waiting = writer.start;
  for await (const row of rows) {
    waiting += writer.row(row);
    if (waiting.length < chunk) continue;
    await write(waiting);
    waiting = '';
  }
  await write(waiting + writer.end());
}

/** Characters that are collected before they are written. */
const chunk = 65_536;

interface RowWriter {
  readonly start: string;
  row(row: ExportRow): string;
  end(): string;
}

function csvWriter(columns: readonly string[]): RowWriter {
  const cell = (value: ExportRow[string] | undefined) => (value == null ? '' : String(value));
  return {
    start: byteOrderMark + csvLine(columns),
    row: (row) => csvLine(columns.map((column) => cell(row[column]))),
    end: () => '',
  };
}

/** A list with an object on each line. */
function jsonWriter(): RowWriter {
  let before = '[\n';
  return {
    start: '',
    row(row) {
      const text = before + JSON.stringify(row);
      before = ',\n';
      return text;
    },
    end: () => (before === '[\n' ? '[]\n' : '\n]\n'),
  };
}
