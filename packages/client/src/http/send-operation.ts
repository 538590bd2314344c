import type { AnyVariables } from '../documents/typed-document.js';
import { HubError } from '../errors/hub-error.js';
import { unlessAborted } from '../retry/unless-aborted.js';
import { authorizationOf, type TokenSource } from './authorization.js';
import { readAnswer } from './read-answer.js';

export interface HttpOptions {
  readonly url: string;
  readonly token?: TokenSource | undefined;
  /** How long one attempt may take, from asking for the token until the whole answer is there, in ms. */
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Sends an operation once.
 * @returns the data of the answer
 * @throws HubError; the signal’s reason, as soon as it aborts; whatever the source of the token throws
 */
export async function sendOperation(
  options: HttpOptions,
  operation: { readonly query: string; readonly variables: AnyVariables },
  signal: AbortSignal | undefined,
): Promise<unknown> {
  signal?.throwIfAborted();
  const late = AbortSignal.timeout(options.timeoutMs);
  const ended = signal ? AbortSignal.any([signal, late]) : late;
  const authorization = await unlessAborted(authorizationOf(options.token), ended).catch((error: unknown) => {
    throw late.aborted && error === late.reason ? timedOut(options.timeoutMs, error) : error;
  });
  try {
    const response = await options.fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: ACCEPT, ...authorization },
      body: JSON.stringify(operation),
      // Following one would turn the request into a GET, or carry the token to where nobody meant to send it.
      redirect: 'manual',
      signal: ended,
    });
    return await readAnswer(response);
  } catch (error) {
    if (error instanceof HubError) throw error;
    signal?.throwIfAborted();
    throw late.aborted ? timedOut(options.timeoutMs, error) : unreachable(error);
  }
}

const ACCEPT = 'application/graphql-response+json, application/json';

function timedOut(ms: number, cause: unknown): HubError {
  return new HubError('TIMEOUT', `The hub did not answer within ${ms} ms`, { cause });
}

function unreachable(cause: unknown): HubError {
  return new HubError('NETWORK', 'The hub could not be reached, or the connection broke', { cause });
}
