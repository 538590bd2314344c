import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assertJsonValue } from './json-value.js';

/**
 * The SHA-256 of a JSON value in its canonical form, as 64 lower-case hex digits.
 *
 * Canonical form: RFC 8785 (JSON Canonicalization Scheme), encoded as UTF-8; hash: FIPS 180-4. Strings are taken
 * as they are: RFC 8785, section 3.1, forbids Unicode normalisation, so that a reader digests what was read.
 *
 * Throws a TypeError where `value` is not plain JSON: `undefined` members, non-finite numbers, lone surrogates,
 * instances of classes, functions, symbols, bigints.
 */
export function digestOf(value: unknown): string {
  assertJsonValue(value);
  return createHash('sha256').update(canonicalForm(value), 'utf8').digest('hex');
}

function canonicalForm(value: unknown): string {
  const text = canonicalize(value);
  // Cannot happen after assertJsonValue; hashing the word "undefined" would be worse than stopping.
  if (text === undefined) throw new TypeError('Cannot be digested: the value has no JSON form');
  return text;
}
