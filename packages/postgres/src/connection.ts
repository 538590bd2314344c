import { Client } from 'pg';
import { errorCode, hasErrorCode } from './error-code.js';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens a connection of its own. It has a listener for errors from the first moment on: without one, a killed
 * server would end the whole process.
 *
 * @throws the errors of `pg`, by code
 */
export async function openConnection(url: string, applicationName: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs `work` on a connection that is closed afterwards, whatever happens. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url, 'coalition-hub');
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const PASSING_SQLSTATES = new Set(['57P01', '57P02', '57P03', '53300']);
const PASSING_SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Whether a failure to talk to the server may pass by itself: it starts, stops, recovers or is gone. */
export function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  if (PASSING_SQLSTATES.has(code) || PASSING_SYSTEM_CODES.has(code)) return true;
  return /connection terminated|timeout expired|connection timeout|not queryable/i.test(String(error));
}

/** Whether the server refused the password, or the role may not log in. */
export function isRefusedLogin(error: unknown): boolean {
  return isWrongPassword(error) || hasErrorCode(error, '28000');
}

/** Whether the server refused the password. */
export function isWrongPassword(error: unknown): boolean {
  return hasErrorCode(error, '28P01');
}
