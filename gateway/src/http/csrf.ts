import type { IncomingHttpHeaders } from 'node:http';

/** Types that a form on any site may send without asking first (Fetch standard, "CORS-safelisted"). */
const formTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Headers that a page on another site cannot send without a preflight, which we answer to nobody. */
const preflightHeaders = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-graphql-csrf',
  'x-requested-with',
  'authorization',
] as const;

/** True unless a page on another site could have made a browser send this request unasked. */
export function isDeliberate(headers: IncomingHttpHeaders): boolean {
  const type = mediaType(headers['content-type']);
  if (type !== '' && !formTypes.has(type)) return true;
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  return preflightHeaders.some((name) => Boolean(headers[name]));
}

/** `application/json` out of `Application/JSON; charset=utf-8`; empty where there is none. */
export function mediaType(contentType: string | undefined): string {
  if (contentType === undefined) return '';
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
