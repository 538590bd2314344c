import { createHash } from 'node:crypto';

/**
 * SHA-256 over the canonical form of a JSON value, hexadecimal. Written from RFC 8785 and sharing nothing with the
 * hub: what follows is all that a reader needs to check a digest.
 */
export function sha256OfCanonicalJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/** RFC 8785: no blanks, keys by UTF-16 code units; strings and numbers as ECMAScript writes them. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
