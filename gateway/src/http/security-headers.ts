import type { ServerResponse } from 'node:http';

const A_YEAR = 31_536_000;

/**
 * On every answer, whatever it is: nothing of ours is guessed at, framed, embedded by other sites or told to them in a
 * referrer. Pages say for themselves what they need beyond that.
 */
const always = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** @param overTls whether people reach the gateway by https: then browsers shall never again try anything else */
export function createSecurityHeaders(overTls: boolean): (response: ServerResponse) => void {
  const headers = new Map<string, string>(Object.entries(always));
  if (overTls) headers.set('strict-transport-security', `max-age=${A_YEAR}`);
  return (response) => void response.setHeaders(headers);
}
