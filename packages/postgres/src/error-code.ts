/** Whether an error of Node, the file system or PostgreSQL bears this code. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return errorCode(error) === code;
}

/**
 * The code that an error of Node, the file system or PostgreSQL bears; empty when it has none. Asked by shape, because
 * Node's own errors are no `instanceof Error` in a realm of their own, such as a Jest test.
 */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
