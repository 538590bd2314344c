import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { HubError } from '../../hub-error.js';

/** Between two columns. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** A row of a table as it stands in the file. */
export interface CellRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Most characters of one row, also where a quote is never closed. */
const longestRow = 50_000;

/** Stands in no list: for lines that are one cell whatever is in them. */
const neverInText = '\u001f';

/**
 * The rows of a table, one after the other; lines that are empty or begin with `#` are left out.
 * @param delimiter null: every line is one cell
 * @param most how many rows are read; all unless told
 * @throws HubError in one plain sentence, naming the line
 */
export async function* parseCells(
  text: string,
  delimiter: Delimiter | null,
  most?: number,
): AsyncGenerator<CellRow, void> {
  let reached = 0;
  const parser = parse({
    delimiter: delimiter ?? neverInText,
    comment: '#',
    comment_no_infix: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
    ...(most === undefined ? {} : { to: most }),
    on_record(record, { lines }) {
      reached = lines;
      return record;
    },
  });
  try {
    const records: AsyncIterable<ParsedRecord> = Readable.from(slices(text)).pipe(parser);
    for await (const { record, info } of records)
      yield { line: info.lines - breaksIn(record), cells: record };
  } catch (error) {
    throw explained(error as CsvError, reached, text);
  }
}

/** Bytes that are parsed at a time: rows are not made faster than they are taken. */
const slice = 65_536;

/** In bytes, because a slice of a text could end between the halves of a letter. */
function* slices(text: string): Generator<Buffer, void> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += slice) yield bytes.subarray(from, from + slice);
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function explained(error: CsvError, reached: number, text: string): Error {
  if (!error.code?.startsWith('CSV_')) return error;
  const row = `The row that begins on line ${nextRow(text, reached)} cannot be read`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new HubError(
      `${row}: a quotation mark in it is never closed, or it is longer than ${longestRow} characters.`,
    );
  }
  return new HubError(`${row}: ${error.message}.`);
}

/** The first line after those that were read that is neither empty nor a comment. */
function nextRow(text: string, reached: number): number {
  const lines = text.split(/\r\n|\n|\r/);
  const at = lines.findIndex((line, index) => index >= reached && line !== '' && !line.startsWith('#'));
  return (at < 0 ? reached : at) + 1;
}
