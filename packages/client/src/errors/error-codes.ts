/** Codes that this package makes itself; all others come from the hub, in `extensions.code`. */
export type ClientErrorCode =
  /** The hub could not be reached, or the connection broke before it had answered. */
  | 'NETWORK'
  /** It did not answer in time. */
  | 'TIMEOUT'
  /** What answered does not speak GraphQL: a proxy’s page, a redirection, a page that repeats itself. */
  | 'BAD_RESPONSE'
  /** There is no such statement, coalition or event, or it is not open to the viewer. */
  | 'NOT_FOUND'
  /** The document is no GraphQL, or has not exactly one operation of the kind that was asked for. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The hub does not accept the token, or not any more. */
  | 'UNAUTHENTICATED';

const passing: ReadonlySet<string> = new Set([
  'NETWORK',
  'TIMEOUT',
  'SHUTTING_DOWN',
  'TOO_MANY_OPERATIONS',
  'UNAVAILABLE',
]);

/** Whether the same request may succeed a moment later. */
export function isPassing(code: string): boolean {
  return passing.has(code);
}
