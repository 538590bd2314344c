import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** Writes one whole body; nothing of ours may be cached by others. */
export function respond(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  if (response.headersSent || response.destroyed) return;
  // Encoded once here: a string would be measured first and then encoded together with the headers.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

/** The HTTP status of a request that was not executed; GraphQL errors of an executed one are answered with 200. */
export function statusOfRefusal(errors: readonly GraphQLError[]): number {
  switch (errors[0]?.extensions['code']) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'CSRF_PREVENTED':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'METHOD_NOT_ALLOWED':
      return 405;
    case 'BODY_TOO_LARGE':
      return 413;
    case 'TOO_MANY_OPERATIONS':
      return 429;
    case 'INTERNAL':
      return 500;
    case 'SHUTTING_DOWN':
    case 'UNAVAILABLE':
      return 503;
    default:
      return 400;
  }
}
