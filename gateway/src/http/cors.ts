import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long browsers may remember that they are allowed to ask, in seconds. */
const REMEMBERED = 7_200;

const requestHeaders = 'authorization, content-type, apollo-require-preflight, x-requested-with';

/**
 * Lets pages of named sites read answers (the CORS protocol of the Fetch standard). Never with credentials: the token
 * travels in `Authorization`, which a page sets itself, and no cookie says who asks for a graph.
 * @returns true where the request was a preflight, and is answered
 */
export type AnswerCors = (request: IncomingMessage, response: ServerResponse) => boolean;

/** @param origins as browsers send them: `https://a.example` */
export function createAnswerCors(origins: readonly string[]): AnswerCors {
  if (origins.length === 0) return () => false;
  const allowed = new Set(origins);
  return (request, response) => {
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return false;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) {
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
      return false;
    }
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', requestHeaders);
    response.setHeader('access-control-max-age', String(REMEMBERED));
    response.writeHead(204).end();
    return true;
  };
}
