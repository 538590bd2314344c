import type { PrintedBody, Renaming } from '@coalition-hub/organisations';
import { inTime } from '../planning/in-time.js';
import type { Outcome } from '../planning/outcome.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';
import { renamedSince } from '../planning/renamed-since.js';
import { staysOf } from '../planning/stays.js';

/** A body of a list that can be entered, with every row that speaks of it. */
export interface ListedRows {
  /** The first one that names it. */
  readonly line: number;
  readonly organisationId: string | null;
  /** In time. */
  readonly rows: readonly EnteredRow[];
}

export interface EnteredRow {
  readonly row: PrintedRow;
  readonly outcome: Outcome;
}

/** The bodies that rows speak of; rows that a person must look at are in none. */
export function listedBodies(planned: readonly PlannedRow[]): ListedRows[] {
  const byLine = new Map(planned.flatMap(enteredRow).map((entered) => [entered.row.line, entered]));
  const bodies = new Map<number, { organisationId: string | null; rows: EnteredRow[] }>();
  for (const { line } of inTime([...byLine.values()].map(({ row }) => row))) {
    const entered = byLine.get(line) as EnteredRow;
    const first = firstLineOf(entered);
    if (first === line) bodies.set(line, { organisationId: organisationOf(entered.outcome), rows: [] });
    bodies.get(first)?.rows.push(entered);
  }
  return [...bodies].map(([line, body]) => ({ line, ...body }));
}

/** The line that tells which body a planned row is, if it is one; itself for the first one that names it. */
export function firstLineOf({ row, outcome }: PlannedRow): number {
  if (outcome.kind === 'REPEATED') return outcome.of;
  const listed = outcome.kind === 'RENAMED' || outcome.kind === 'LEFT' ? outcome.body : null;
  return listed !== null && 'of' in listed ? listed.of : row.line;
}

export function printedBody({ organisationId, rows }: ListedRows): PrintedBody {
  const [first] = rows as [EnteredRow];
  const { name, country, acronym } = first.row;
  const appearances = rows.map(({ row }) => row);
  return {
    organisationId,
    name,
    country,
    acronym,
    stays: staysOf(appearances).map(({ joinedOn, endedOn }) => ({ joinedOn, endedOn })),
    renamings: rows.flatMap(renamingsOf),
    aliases: [...new Set(rows.flatMap(aliasesOf))],
  };
}

const enterable: ReadonlySet<Outcome['kind']> = new Set(['NEW', 'MATCHED', 'REPEATED', 'RENAMED', 'LEFT']);

function enteredRow({ row, outcome }: PlannedRow): EnteredRow[] {
  return enterable.has(outcome.kind) ? [{ row: row as PrintedRow, outcome }] : [];
}

function organisationOf(outcome: Outcome): string | null {
  if (outcome.kind === 'MATCHED') return outcome.organisationId;
  const listed = outcome.kind === 'RENAMED' || outcome.kind === 'LEFT' ? outcome.body : null;
  return listed !== null && 'organisationId' in listed ? listed.organisationId : null;
}

/** A row that brings a body under another name, and does not say that it had one before, tells another name of it. */
function aliasesOf({ row, outcome }: EnteredRow): readonly string[] {
  const isOther = outcome.kind === 'RENAMED' && outcome.was === null && row.formerly.length === 0;
  return isOther ? [row.name, ...row.aka] : row.aka;
}

/** A body that is of its own, by decision or because doubt was to be no obstacle, has none of another one's names. */
function renamingsOf({ row, outcome }: EnteredRow): Renaming[] {
  if (row.decision?.kind === 'NEW' || (outcome.kind === 'NEW' && outcome.accepted)) return [];
  const was = outcome.kind === 'RENAMED' && outcome.was !== null ? [outcome.was] : [];
  return [...row.formerly, ...was].map((from) => ({ from, to: row.name, since: renamedSince(row) }));
}
