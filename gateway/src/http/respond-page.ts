import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { respond } from './respond.js';

/** Writes a page that may use what it carries itself and nothing from elsewhere. */
export function respondPage(response: ServerResponse, html: string, script = ''): void {
  const scripts =
    script === '' ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; script-src ${scripts}; style-src 'unsafe-inline'; connect-src 'self'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  respond(response, 200, 'text/html; charset=utf-8', html);
}
