import { gatewayError } from './error-codes.js';

/** No input of a graph has as many; complaints of graphql-js repeat all names of an object for each wrong one. */
export const MOST_FIELDS_OF_A_VALUE = 200;

/** Refuses variables with objects so wide that complaining about them would take longer than reading them. */
export function refuseWideValues(variables: Readonly<Record<string, unknown>>): void {
  const left: unknown[] = Object.values(variables);
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const within: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (!Array.isArray(value) && within.length > MOST_FIELDS_OF_A_VALUE)
      throw gatewayError('BAD_USER_INPUT', `A value has more than ${MOST_FIELDS_OF_A_VALUE} fields`);
    for (const each of within) if (typeof each === 'object' && each !== null) left.push(each);
  }
}
