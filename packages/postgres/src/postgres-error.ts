/** What went wrong, stable enough to branch on; the message says what a person can do about it. */
export type PostgresErrorCode =
  | 'data-folder-busy'
  | 'data-folder-unusable'
  | 'database-taken'
  | 'disk-full'
  | 'not-installed'
  | 'password-lost'
  | 'port-in-use'
  | 'root-refused'
  | 'start-failed'
  | 'stopped'
  | 'version-mismatch';

/** A failure to bring up PostgreSQL, told in one plain sentence that says what to do. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';

  constructor(
    readonly code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
