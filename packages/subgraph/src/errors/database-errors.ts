/** SQLSTATE classes and codes: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const lostConnection = /^(08|57P0|53300)/;

/** A statement was given up: it, or the lock it waited for, took too long. */
const tookTooLong = new Set(['57014', '55P03']);
const lostSocket = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const lostWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|connection is closed|not queryable/i;

/** The error and those it wraps, outermost first. */
function* causes(error: unknown): Generator<{ code?: unknown; message?: unknown; constraint?: unknown }> {
  let current = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    yield current as { code?: unknown };
    const wrapped = current as { cause?: unknown; originalError?: unknown; previous?: unknown };
    current = wrapped.originalError ?? wrapped.cause ?? wrapped.previous;
  }
}

/** Whether PostgreSQL could not be reached, is going down or is too busy: the request may be repeated later. */
export function isDatabaseGone(error: unknown): boolean {
  for (const { code, message } of causes(error)) {
    if (
      typeof code === 'string' &&
      (lostConnection.test(code) || lostSocket.has(code) || tookTooLong.has(code))
    )
      return true;
    if (typeof message === 'string' && lostWords.test(message)) return true;
  }
  return false;
}

/** The name of the violated constraint or unique index, if that is what went wrong. */
export function violatedConstraint(error: unknown): string | undefined {
  for (const { code, constraint } of causes(error)) {
    if (typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string')
      return constraint;
  }
  return undefined;
}
