import { countOutcomes, countsSentence } from '../imports/reporting/count-outcomes.js';
import { listSentence } from '../imports/reporting/list-sentence.js';
import { type ReportedRow, reportedRow, rowLine } from '../imports/reporting/report-row.js';
import type { PreparedImport } from '../imports/run-import.js';
import type { Invocation } from './command.js';
import type { ImportWishes } from './import-options.js';

/**
 * Tells what became of a list: of every row in a dry run, else of those that a person must look at.
 * @param changes what was entered, null for a dry run
 * @param sentences the same for people
 */
export async function printImport(
  { list, rows, bodies }: PreparedImport,
  { dryRun, json, doubtfulPath }: ImportWishes,
  changes: object | null,
  sentences: readonly string[],
  { print, say, write }: Pick<Invocation, 'print' | 'say' | 'write'>,
): Promise<void> {
  const counts = countOutcomes(rows);
  const reported = rows.map((row) => reportedRow(row, { bodies }));
  if (json) {
    print(JSON.stringify({ dryRun, ...counts, ...(changes ?? {}), list: readAs(list), details: reported }));
    return;
  }
  say(listSentence(list));
  for (const row of reported.filter((one) => dryRun || needsPerson(one))) await write(`${rowLine(row)}\n`);
  print(countsSentence(counts));
  for (const line of sentences) print(line);
  if (dryRun) print('This was a dry run: nothing was entered.');
  if (counts.doubtful > 0) print(doubtfulSentence(doubtfulPath));
}

function readAs({ encoding, columns, unreadColumns }: PreparedImport['list']) {
  return { encoding, columns, unreadColumns };
}

function needsPerson({ outcome }: ReportedRow): boolean {
  return outcome === 'DOUBTFUL' || outcome === 'REJECTED';
}

function doubtfulSentence(path: string | undefined): string {
  return path === undefined
    ? 'Doubtful rows are left out; --doubtful FILE writes them to a file in which they can be decided.'
    : `Doubtful rows are in ${path}: write a decision into each, then import that file.`;
}
