import { HubError } from '../hub-error.js';

const unreachable = /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const starting = '57P03';
const wrongLogin = /^28/;
const noSuchDatabase = '3D000';
const tooManyConnections = '53300';
const missingRight = '42501';

/**
 * The same error as a sentence that says what to do about DATABASE_URL, which it names without its password; errors of
 * other kinds come back as they are.
 */
export function explainDatabaseError(error: unknown, databaseUrl: string): unknown {
  const sentence = sentenceFor(error as { code?: unknown; message?: unknown }, new URL(databaseUrl));
  return sentence === undefined ? error : new HubError(sentence, { cause: error });
}

function sentenceFor(
  { code, message }: { code?: unknown; message?: unknown },
  { host, username, pathname }: URL,
): string | undefined {
  const reason = String(code);
  if (unreachable.test(reason) || /timeout|terminated/i.test(String(message)))
    return `No PostgreSQL answers at ${host}: start it, or correct DATABASE_URL.`;
  if (reason === starting)
    return `PostgreSQL at ${host} is just starting or stopping: try again in a moment.`;
  if (wrongLogin.test(reason) || /password must be a string/.test(String(message)))
    return `PostgreSQL at ${host} refuses the user "${username}" with this password: correct DATABASE_URL.`;
  if (reason === noSuchDatabase)
    return `PostgreSQL at ${host} has no database "${pathname.slice(1)}": correct DATABASE_URL.`;
  if (reason === tooManyConnections)
    return `PostgreSQL at ${host} has no connection left: close some, or raise its max_connections.`;
  if (reason === missingRight)
    return `The user "${username}" may not create databases and roles on ${host}: give it CREATEDB and CREATEROLE, or name another in DATABASE_URL.`;
  return undefined;
}
