import {
  compareNames,
  type LocatedName,
  SimilarityReason as Reason,
  type SimilarityReason,
} from '@coalition-hub/organisations';
import { locatedName } from './names-so-far.js';
import type { PrintedRow } from './printed-row.js';

/** A name that was on the list until the day on which another one was added. */
export interface Leaver {
  readonly row: PrintedRow;
  /** 0 to 1. */
  readonly similarity: number;
  readonly reason: SimilarityReason;
}

/** What speaks for a rename: the two names stand in for each other, or could. */
export interface Swap {
  /** Whether nobody needs to be asked. */
  readonly isSure: boolean;
  /** Best first. */
  readonly leavers: readonly Leaver[];
}

/** Names as alike, one taken off the list and one put on it on the same day, are those of one body. */
const sureFrom = 0.9;

/** Alike enough to ask. */
const possibleFrom = 0.5;

/** More comparisons than any day of a real list needs; beyond, nobody can look through them either. */
const mostPairs = 250_000;

/** So few names that are left over on a day may be renames without being alike. */
const fewLeftOver = 3;

interface Moved {
  readonly row: PrintedRow;
  readonly name: LocatedName;
}

/**
 * Lists of changes show a rename as one name removed and another one added on the same day.
 * @returns what could be said of rows that add a name, by line
 */
export function swapsOf(rows: readonly PrintedRow[]): ReadonlyMap<number, Swap> {
  const changes = rows.filter(({ change, day }) => change !== null && day !== null);
  const swaps = new Map<number, Swap>();
  for (const day of Map.groupBy(changes, (row) => row.day).values())
    for (const [line, swap] of swapsOnDay(day)) swaps.set(line, swap);
  return swaps;
}

function swapsOnDay(rows: readonly PrintedRow[]): [number, Swap][] {
  const atEnd = [...new Map(rows.map((row) => [keyOf(row), row])).values()].map(moved);
  const joined = atEnd.filter(({ row }) => row.change === 'JOINED');
  const left = atEnd.filter(({ row }) => row.change === 'LEFT');
  if (left.length === 0 || joined.length === 0) return [];
  const [added, gone] = [joined.filter(isNotIn(left)), left.filter(isNotIn(joined))];
  if (added.length * (added.length + gone.length) > mostPairs) return [];
  const pairs = mutualPairs(added, gone);
  const taken = new Set(pairs.map(({ swap }) => swap.leavers[0]?.row.line));
  const spareAdded = added.filter(({ row }) => !pairs.some(({ line }) => line === row.line));
  const spareGone = gone.filter(({ row }) => !taken.has(row.line));
  return [...pairs.map(({ line, swap }): [number, Swap] => [line, swap]), ...leftOver(spareAdded, spareGone)];
}

/** Of a name that is added and removed within a day, the last one counts. */
function keyOf({ printed, printedCountry }: PrintedRow): string {
  return JSON.stringify([printed, printedCountry]);
}

function moved(row: PrintedRow): Moved {
  return { row, name: locatedName(row.name, row.country, row.acronym) };
}

/** Another print of the same name is no rename. */
function isNotIn(others: readonly Moved[]): (one: Moved) => boolean {
  const identities = new Set(others.map(identity));
  return (one) => !identities.has(identity(one));
}

function identity({ name }: Moved): string {
  return JSON.stringify([name.name.identity, name.country]);
}

interface Pair {
  readonly line: number;
  readonly swap: Swap;
}

/** Each is what the other one is most like; sure only where nothing else on that day is like either of them. */
function mutualPairs(added: readonly Moved[], gone: readonly Moved[]): Pair[] {
  return added.flatMap((one) => {
    const line = one.row.line;
    const leavers = leaversFor(one, gone).filter(isPossible);
    const [best, second] = leavers;
    if (best === undefined) return [];
    const [likest, rival] = leaversFor(moved(best.row), added).filter(isPossible);
    if (likest?.row.line !== line) return [];
    const isSure = best.similarity >= sureFrom && second === undefined && rival === undefined;
    return [{ line, swap: { isSure, leavers } }];
  });
}

function isPossible({ similarity, reason }: Leaver): boolean {
  return similarity >= possibleFrom && reason !== Reason.CHAPTER;
}

function leaversFor({ name }: Moved, others: readonly Moved[]): Leaver[] {
  return others
    .map((other) => ({ row: other.row, ...compareNames(name, other.name) }))
    .sort((one, other) => other.similarity - one.similarity || one.row.line - other.row.line);
}

function leftOver(added: readonly Moved[], gone: readonly Moved[]): [number, Swap][] {
  if (gone.length === 0 || gone.length > fewLeftOver || added.length > fewLeftOver) return [];
  return added.map((one) => [one.row.line, { isSure: false, leavers: leaversFor(one, gone) }]);
}
