import { assertDate, assertInstant } from './assert-time.js';
import { digestOf } from './digest-of.js';

/** One signatory on a frozen list, with what was copied when it signed. */
export interface ListEntry {
  /** `Signature.id`. */
  readonly id: string;
  readonly nameAsSigned: string;
  /** ISO 3166-1 alpha-2, or null where none was given. */
  readonly countryAsSigned: string | null;
  /** Digest of the revision that this signatory signed: not always the one the list was closed with. */
  readonly revision: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly signedOn: string;
  /** In which capacity a person signed; absent or null where an organisation did. */
  readonly capacity?: string | null;
  /** `Signature.provenance`; absent is the same as `SIGNED_BY_MANDATE`. */
  readonly provenance?: string;
}

/** A signatory list as it was frozen. The order of `entries` does not matter. */
export interface SignatoryList {
  /** `Statement.id`. */
  readonly statement: string;
  /** Digest of the revision that could be signed when the list was frozen. */
  readonly revision: string;
  /** UTC with milliseconds, as `Date.toISOString` and the API write it: `2022-09-12T10:00:00.000Z`. */
  readonly frozenAt: string;
  readonly entries: readonly ListEntry[];
}

/**
 * The digest of a frozen list: `digestOf` these fields and a `type`, entries sorted by id. The type is
 * `coalition-hub/list/1` where only organisations signed, all by a mandate of their own. Every other list is
 * `coalition-hub/list/2`, in which each entry also has `capacity` and `provenance`: that a name was only reported,
 * or is a person's, is as much part of the list as the name.
 *
 * Nothing that can change after freezing is digested, neither a signature's status (it may be withdrawn later) nor
 * the registered organisation (it may be renamed or merged): a list stays checkable for as long as it is published.
 *
 * Throws a TypeError where an id occurs twice, or a digest, date or time is not in the form above: two spellings of
 * one instant would be two digests of one list.
 */
export function listDigest(list: SignatoryList): string {
  const { statement, revision, frozenAt } = list;
  assertDigest(revision);
  assertInstant(frozenAt);
  const entries = sortedById(list.entries);
  return entries.some(isSpecial)
    ? digestOf({
        type: 'coalition-hub/list/2',
        statement,
        revision,
        frozenAt,
        entries: entries.map(fullEntry),
      })
    : digestOf({
        type: 'coalition-hub/list/1',
        statement,
        revision,
        frozenAt,
        entries: entries.map(plainEntry),
      });
}

const byMandate = 'SIGNED_BY_MANDATE';

function isSpecial({ capacity = null, provenance = byMandate }: ListEntry): boolean {
  return capacity !== null || provenance !== byMandate;
}

/** Rows of a database may carry more columns: only the named fields count. */
function plainEntry({ id, nameAsSigned, countryAsSigned, revision, signedOn }: ListEntry): ListEntry {
  assertDigest(revision);
  assertDate(signedOn);
  return { id, nameAsSigned, countryAsSigned, revision, signedOn };
}

function fullEntry(entry: ListEntry): Required<ListEntry> {
  const { capacity = null, provenance = byMandate } = entry;
  return { ...plainEntry(entry), capacity, provenance };
}

/** By UTF-16 code units, the order that RFC 8785 gives to keys: no locale decides it. */
function sortedById(entries: readonly ListEntry[]): ListEntry[] {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const repeated = sorted.find((entry, index) => entry.id === sorted[index + 1]?.id);
  if (repeated) throw new TypeError(`A signatory list names the signature ${repeated.id} twice`);
  return sorted;
}

function assertDigest(digest: string): void {
  if (!/^[0-9a-f]{64}$/.test(digest)) {
    throw new TypeError(`A revision is named by 64 lower-case hex digits, not by "${digest}"`);
  }
}
