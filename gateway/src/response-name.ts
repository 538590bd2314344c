import type { FieldNode } from 'graphql';
import { gatewayError } from './error-codes.js';

/** Also `prototype`, which functions have and plain objects do not. */
const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/**
 * Refuses what cannot be the name of a field of the answer, and returns it otherwise. Every JavaScript object has a
 * `constructor` already, which all requests share; and `__typename` is what answers of several subgraphs are put
 * together by, so nothing else may go by that name.
 */
export function responseName({ name, alias }: FieldNode): string {
  const response = (alias ?? name).value;
  if (inherited.has(response) || alias?.value === '__typename') {
    throw gatewayError('BAD_REQUEST', `"${response}" cannot be the name of a field of the answer`);
  }
  return response;
}
