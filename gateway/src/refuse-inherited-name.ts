import { gatewayError } from './error-codes.js';

/** Also `prototype`, which functions have and plain objects do not. */
const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/**
 * Refuses a name for a field of the answer that every JavaScript object has already. What merges answers of subgraphs
 * would find, say, the function `constructor` in its place and write into it, which all requests share.
 */
export function refuseInheritedName(name: string): void {
  if (inherited.has(name))
    throw gatewayError('BAD_REQUEST', `"${name}" cannot be the name of a field of the answer`);
}
