import type { FieldNode } from 'graphql';
import { gatewayError } from './error-codes.js';

/** Also `prototype`, which functions have and plain objects do not. */
const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/**
 * The name of a field in the answer. Refuses a name that every JavaScript object has already: what takes answers apart
 * and puts them together would find, say, the function `constructor` there, which all requests share.
 */
export function responseName({ name, alias }: FieldNode): string {
  const response = (alias ?? name).value;
  if (inherited.has(response)) {
    throw gatewayError('BAD_REQUEST', `"${response}" cannot be the name of a field of the answer`);
  }
  return response;
}
