import { assertNumbered } from './assert-numbered.js';
import { digestOf } from './digest-of.js';

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
}

/**
 * The digest by which a revision is signed: `digestOf` these fields and `"type": "coalition-hub/revision/1"`.
 *
 * Only what the signer reads and what tells one revision from another is digested. The time of publication is not:
 * the digest is known before it. Another set of fields would need another number at the end of `type`.
 */
export function revisionDigest(revision: RevisionText): string {
  const { statement, number, language, title, text } = revision;
  assertNumbered(number);
  return digestOf({ type: 'coalition-hub/revision/1', statement, number, language, title, text });
}
