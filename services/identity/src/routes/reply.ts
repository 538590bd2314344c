import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** A whole answer. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers: Headers;
}

/** @param headers to be sent along, such as cookies; only those that a browser needs are taken */
export function json(
  value: unknown,
  { status = 200, headers }: { status?: number; headers?: Headers } = {},
): Reply {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    headers: cookiesOf(headers),
  };
}

/** A page that may use what it carries itself and nothing from elsewhere, and sends forms to this host only. */
export function page(
  html: string,
  { status = 200, headers }: { status?: number; headers?: Headers } = {},
): Reply {
  const all = cookiesOf(headers);
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
  const scripts =
    script === undefined ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  all.set(
    'content-security-policy',
    `default-src 'none'; script-src ${scripts}; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; ` +
      "form-action 'self'; frame-ancestors 'none'",
  );
  // Without the path, which may hold a key. Not "no-referrer": with it browsers would call the origin of our own forms
  // "null" (Fetch, "append a request `Origin` header").
  all.set('referrer-policy', 'strict-origin');
  return { status, type: 'text/html; charset=utf-8', body: html, headers: all };
}

/** Sends a browser on. */
export function seeOther(location: string, cookies: readonly string[] = []): Reply {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers };
}

export function write(response: ServerResponse, { status, type, body, headers }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(body);
  for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

function cookiesOf(headers: Headers | undefined): Headers {
  const cookies = new Headers();
  for (const cookie of headers?.getSetCookie() ?? []) cookies.append('set-cookie', cookie);
  return cookies;
}
