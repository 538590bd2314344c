import { cleanLine, InvalidInput, Refused, refuse } from '@coalition-hub/subgraph';
import { isAmbiguousCountry, readCountry } from '../countries/read-country.js';
import type { ListRow } from '../reading/read-list.js';
import { printedNames, type ToldNames } from './printed-names.js';
import { type Change, readChange } from './read-change.js';
import { readDay } from './read-day.js';

/** A row of a list as it was meant, and where it stands. */
export interface PrintedRow extends ToldNames {
  /** Counted from 1. */
  readonly line: number;
  /** The whole cell of the name, as it stands in the list. */
  readonly printed: string;
  /** Set where the cell speaks of another name, and it is not clear of which; `name` is the whole cell then. */
  readonly unclear: string | null;
  /** The names instead, if somebody knows one of the others. */
  readonly perhaps: ToldNames | null;
  /** Since when it goes by `name`, `YYYY-MM-DD`. */
  readonly renamedOn: string | null;
  /** Set in lists of changes. */
  readonly change: Change | null;
  /** ISO 3166-1 alpha-2; null where the list names none, or none that is known. */
  readonly country: string | null;
  /** What stands where a country should, if it is none that is known. */
  readonly unknownCountry: string | null;
  /** The whole cell of the country. */
  readonly printedCountry: string;
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
  /**
   * The slug or id of the organisation that it is, which a name may follow behind a colon; `RENAMED` where the printed
   * name is the one that it goes by now.
   */
  | { readonly kind: 'SAME' | 'RENAMED'; readonly as: string };

/** A row that cannot be entered, and why. */
export interface UnreadableRow {
  readonly line: number;
  readonly name: string;
  readonly reason: string;
}

/**
 * Reads the cells of a row. Line breaks inside of cells are blanks: spreadsheets wrap names.
 * @param lastDay the last one that may stand in the list, `YYYY-MM-DD`; null for any
 * @param naIsNamibia see `readCountry`
 */
export function printedRow(
  { line, cells, fault }: ListRow,
  lastDay: string | null = null,
  naIsNamibia = false,
): PrintedRow | UnreadableRow {
  const raw = unbroken(cells.name ?? '');
  const reject = (reason: string) => ({ line, name: raw.slice(0, 300), reason });
  if (fault !== undefined) return reject(fault);
  if (raw === '') return reject('The row has no name.');
  const told = toldOf(cells, lastDay);
  if ('reason' in told) return reject(told.reason);
  try {
    return { line, ...namesOf(raw, cells), ...placeOf(cells.country ?? '', naIsNamibia), ...told };
  } catch (error) {
    if (error instanceof Refused) return reject(error.refusal.message);
    throw error;
  }
}

type Told = Pick<PrintedRow, 'day' | 'renamedOn' | 'change'>;

/** What the row says of days and changes, or what is wrong with it. */
function toldOf(
  { joined, signed, renamed, change }: ListRow['cells'],
  lastDay: string | null,
): Told | { reason: string } {
  const [day, renamedOn] = [readDay(joined ?? signed ?? ''), readDay(renamed ?? '')];
  for (const reading of [day, renamedOn]) {
    if ('unreadable' in reading)
      return { reason: `The date "${reading.unreadable}" is not clear; write it as 2021-04-28.` };
    if (lastDay !== null && reading.day !== null && reading.day > lastDay)
      return { reason: `The date ${reading.day} is in the future.` };
  }
  const reading = readChange(change ?? '');
  if ('unreadable' in reading)
    return { reason: `The change "${reading.unreadable}" is neither "added" nor "removed".` };
  const days = { day: dayIn(day), renamedOn: dayIn(renamedOn) };
  if (reading.change !== null && days.day === null) return { reason: 'The change has no date.' };
  return { ...days, change: reading.change };
}

function dayIn(reading: ReturnType<typeof readDay>): string | null {
  return 'day' in reading ? reading.day : null;
}

/** Whether the country could be Namibia or none, which "new" does not decide. */
export function hasAmbiguousCountry({ unknownCountry }: PrintedRow): boolean {
  return unknownCountry !== null && isAmbiguousCountry(unknownCountry);
}

export function isUnreadable(row: PrintedRow | UnreadableRow): row is UnreadableRow {
  return 'reason' in row;
}

/** What the registry keeps of an organisation's name. */
const longestName = 300;

/** What a list of signatories keeps of a person's name. */
const longestPerson = 200;

function namesOf(raw: string, cells: ListRow['cells']) {
  const { acronym = '', capacity = '', decision = '' } = cells;
  const isPerson = capacity.trim() !== '';
  const printed = cleanLine(raw, { field: 'name', max: isPerson ? longestPerson : longestName });
  return {
    printed,
    ...(isPerson ? personName(printed) : bodyNames(printed, cells)),
    acronym: /[\p{L}\p{N}]/u.test(acronym) ? optional(acronym, 'acronym', 30) : null,
    capacity: optional(capacity, 'capacity', 300),
    decision: decisionOf(decision.trim()),
  };
}

function personName(name: string) {
  return { name, formerly: [], aka: [], unclear: null, perhaps: null };
}

/** The names that the cell tells, and those in columns of their own. */
function bodyNames(printed: string, cells: ListRow['cells']) {
  const { unclear, perhaps, ...told } = printedNames(printed);
  return {
    ...withColumns(told, cells),
    unclear,
    perhaps: perhaps === null ? null : withColumns(perhaps, cells),
  };
}

function withColumns(told: ToldNames, { formerly = '', now = '', aka = '' }: ListRow['cells']): ToldNames {
  const name = severalOf(now, 'now')[0] ?? told.name;
  const earlier = [
    ...told.formerly,
    ...severalOf(formerly, 'formerly'),
    ...(name === told.name ? [] : [told.name]),
  ];
  const others = [...told.aka, ...severalOf(aka, 'aka')];
  const distinct = (names: readonly string[]) => [...new Set(names)].filter((other) => other !== name);
  return { name, formerly: distinct(earlier), aka: distinct(others) };
}

const mostNames = 5;

/** A cell may name several, with semicolons or line breaks between. @throws Refused */
function severalOf(text: string, field: string): string[] {
  const names = text.split(/[;\r\n]/).filter((name) => /[\p{L}\p{N}]/u.test(name));
  if (names.length > mostNames)
    refuse(new InvalidInput(field, `A row may tell ${mostNames} other names at most.`));
  return names.map((name) => cleanLine(unbroken(name), { field, max: longestName }));
}

function optional(text: string, field: string, max: number): string | null {
  const line = unbroken(text);
  return line === '' ? null : cleanLine(line, { field, max });
}

function placeOf(
  text: string,
  naIsNamibia: boolean,
): Pick<PrintedRow, 'country' | 'unknownCountry' | 'printedCountry'> {
  const reading = readCountry(text, naIsNamibia);
  return {
    country: 'country' in reading ? reading.country : null,
    unknownCountry: 'unknown' in reading ? reading.unknown : null,
    printedCountry: text.trim(),
  };
}

function decisionOf(text: string): Decision | null {
  if (text === '') return null;
  const word = text.toLowerCase();
  if (word === 'new') return { kind: 'NEW' };
  if (word === 'skip') return { kind: 'SKIP' };
  const [, slug] = /^renamed[\s:]+(.+)$/i.exec(text) ?? [];
  return slug === undefined
    ? { kind: 'SAME', as: beforeColon(text) }
    : { kind: 'RENAMED', as: beforeColon(slug) };
}

function beforeColon(text: string): string {
  return text.split(':')[0]?.trim() ?? text;
}

function unbroken(text: string): string {
  return text.replace(/[\r\n\t\v\f\u2028\u2029\u0085]+/g, ' ').trim();
}
