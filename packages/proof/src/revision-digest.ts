import { assertNumbered } from './assert-numbered.js';
import { digestOf } from './digest-of.js';

/** Something that is asked of an addressee. */
export interface Demand {
  /** Its place among the demands to the same addressee, from 1. */
  readonly number: number;
  readonly text: string;
}

/** Whom a revision is addressed to, and what it asks of them. */
export interface Addressee {
  readonly name: string;
  /** `STATES`, `UN_AGENCIES`, `BODY` or `OTHER`. */
  readonly kind: string;
  readonly demands: readonly Demand[];
}

/** What a revision means by a term. */
export interface Footnote {
  /** Its place among the footnotes, from 1. */
  readonly number: number;
  readonly term: string;
  readonly text: string;
}

/** The fields of a revision that its digest stands for, each exactly as the public API answers it. */
export interface RevisionText {
  /** `Statement.id`: the slug may be corrected later, the id never. */
  readonly statement: string;
  /** `Revision.number`, from 1: text that returns to an earlier wording is still another revision. */
  readonly number: number;
  /** `Revision.language`, BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** Absent is the same as none. */
  readonly addressees?: readonly Addressee[];
  /** Absent is the same as none. */
  readonly footnotes?: readonly Footnote[];
}

/**
 * The digest by which a revision is signed: `digestOf` these fields and a `type`. That is
 * `"coalition-hub/revision/1"` for a revision with neither addressees nor footnotes, which are left out then, and
 * `"coalition-hub/revision/2"` for every other.
 *
 * Only what the signer reads and what tells one revision from another is digested. The time of publication is not:
 * the digest is known before it. Another set of fields would need another number at the end of `type`.
 *
 * Throws a TypeError where demands or footnotes are not numbered from 1 without gaps.
 */
export function revisionDigest(revision: RevisionText): string {
  const { statement, number, language, title, text, addressees = [], footnotes = [] } = revision;
  assertNumbered(number);
  const plain = { statement, number, language, title, text };
  if (addressees.length === 0 && footnotes.length === 0) {
    return digestOf({ type: 'coalition-hub/revision/1', ...plain });
  }
  return digestOf({
    type: 'coalition-hub/revision/2',
    ...plain,
    addressees: addressees.map(plainAddressee),
    footnotes: inOrder(footnotes).map(({ number, term, text }) => ({ number, term, text })),
  });
}

/** Rows of a database may carry more columns: only the named fields count. */
function plainAddressee({ name, kind, demands }: Addressee): Addressee {
  return { name, kind, demands: inOrder(demands).map(({ number, text }) => ({ number, text })) };
}

function inOrder<Entry extends { readonly number: number }>(entries: readonly Entry[]): readonly Entry[] {
  const wrong = entries.find(({ number }, index) => number !== index + 1);
  if (wrong)
    throw new TypeError(`Entries are numbered from 1 without gaps, but one has the number ${wrong.number}`);
  return entries;
}
