import { errorOfAnswer } from '../errors/graphql-errors.js';
import { HubError, type HubErrorDetails } from '../errors/hub-error.js';
import { retryAfterMs } from './retry-after.js';

/** Statuses of proxies and overloaded servers, after which the same request may succeed. */
const passingStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/**
 * The data of a GraphQL answer over HTTP.
 * @throws HubError for errors in it, and for what is no GraphQL answer
 */
export async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  const { headers, status } = response;
  const details: HubErrorDetails = {
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterMs: retryAfterMs(headers.get('retry-after'), Date.now()),
  };
  const answer = answerIn(text);
  if (answer === undefined) throw notGraphQL(status, details);
  const { data, errors } = answer;
  if (Array.isArray(errors) && errors.length > 0)
    throw errorOfAnswer(errors, { ...details, partialData: data });
  if (data == null) throw notGraphQL(status, details);
  return data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

function answerIn(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function notGraphQL(status: number, details: HubErrorDetails): HubError {
  const message = `No GraphQL answer came from this address (HTTP status ${status})`;
  return new HubError('BAD_RESPONSE', message, { ...details, retryable: passingStatuses.has(status) });
}
