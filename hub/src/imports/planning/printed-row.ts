import { cleanLine, Refused } from '@coalition-hub/subgraph';
import { readCountry } from '../countries/read-country.js';
import type { ListRow } from '../reading/read-list.js';
import { readDay } from './read-day.js';

/** A row of a list as it was meant, and where it stands. */
export interface PrintedRow {
  /** Counted from 1. */
  readonly line: number;
  readonly name: string;
  /** ISO 3166-1 alpha-2; null where the list names none, or none that is known. */
  readonly country: string | null;
  /** What stands where a country should, if it is none that is known. */
  readonly unknownCountry: string | null;
  readonly acronym: string | null;
  /** Since when a member, or when signed, `YYYY-MM-DD`. */
  readonly day: string | null;
  /** Set for a person who signs in a capacity. */
  readonly capacity: string | null;
  readonly decision: Decision | null;
}

/** What a person wrote about a row that was doubtful. */
export type Decision =
  | { readonly kind: 'NEW' | 'SKIP' }
  /** The slug or id of the organisation that it is, which a name may follow behind a colon. */
  | { readonly kind: 'SAME'; readonly as: string };

/** A row that cannot be entered, and why. */
export interface UnreadableRow {
  readonly line: number;
  readonly name: string;
  readonly reason: string;
}

/**
 * Reads the cells of a row. Line breaks inside of cells are blanks: spreadsheets wrap names.
 * @param lastDay the last one that may stand in the list, `YYYY-MM-DD`; null for any
 */
export function printedRow(
  { line, cells, fault }: ListRow,
  lastDay: string | null = null,
): PrintedRow | UnreadableRow {
  const raw = unbroken(cells.name ?? '');
  const reject = (reason: string) => ({ line, name: raw.slice(0, 300), reason });
  if (fault !== undefined) return reject(fault);
  if (raw === '') return reject('The row has no name.');
  const day = readDay(cells.joined ?? cells.signed ?? '');
  if ('unreadable' in day)
    return reject(`The date "${day.unreadable}" is not clear; write it as 2021-04-28.`);
  if (lastDay !== null && day.day !== null && day.day > lastDay)
    return reject(`The date ${day.day} is in the future.`);
  try {
    return { line, ...namesOf(raw, cells), ...placeOf(cells.country ?? ''), day: day.day };
  } catch (error) {
    if (error instanceof Refused) return reject(error.refusal.message);
    throw error;
  }
}

export function isUnreadable(row: PrintedRow | UnreadableRow): row is UnreadableRow {
  return 'reason' in row;
}

/** What the registry keeps of an organisation's name. */
const longestName = 300;

/** What a list of signatories keeps of a person's name. */
const longestPerson = 200;

function namesOf(name: string, { acronym = '', capacity = '', decision = '' }: ListRow['cells']) {
  return {
    name: cleanLine(name, { field: 'name', max: capacity.trim() === '' ? longestName : longestPerson }),
    acronym: /[\p{L}\p{N}]/u.test(acronym) ? optional(acronym, 'acronym', 30) : null,
    capacity: optional(capacity, 'capacity', 300),
    decision: decisionOf(decision.trim()),
  };
}

function optional(text: string, field: string, max: number): string | null {
  const line = unbroken(text);
  return line === '' ? null : cleanLine(line, { field, max });
}

function placeOf(text: string): Pick<PrintedRow, 'country' | 'unknownCountry'> {
  const reading = readCountry(text);
  return {
    country: 'country' in reading ? reading.country : null,
    unknownCountry: 'unknown' in reading ? reading.unknown : null,
  };
}

function decisionOf(text: string): Decision | null {
  if (text === '') return null;
  const word = text.toLowerCase();
  if (word === 'new') return { kind: 'NEW' };
  return word === 'skip' ? { kind: 'SKIP' } : { kind: 'SAME', as: text.split(':')[0]?.trim() ?? text };
}

function unbroken(text: string): string {
  return text.replace(/[\r\n\t\v\f\u2028\u2029\u0085]+/g, ' ').trim();
}
