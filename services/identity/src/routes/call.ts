import type { IncomingMessage } from 'node:http';

const mostBytes = 65_536;

/** A request as routes see it. */
export interface Call {
  readonly headers: Headers;
  readonly query: URLSearchParams;
  /** Fields of the body: JSON or a form; empty where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The last part of the path, where the route has a place for it. */
  readonly id: string;
  /** Where it comes from in the network. */
  readonly address: string;
  /** Whether a browser asks for a page. */
  readonly wantsPage: boolean;
}

/** A request that is answered as it stands: too large, not readable, not allowed. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** @throws Refused */
export async function readCall(
  request: IncomingMessage,
  { search, id, proxies }: { readonly search: string; readonly id: string; readonly proxies: number },
): Promise<Call> {
  const headers = headersOf(request);
  return {
    headers,
    query: new URLSearchParams(search),
    body:
      request.method === 'GET' ? {} : fieldsOf(await readText(request), headers.get('content-type') ?? ''),
    id,
    address: addressOf(request, proxies),
    wantsPage: headers.get('accept')?.includes('text/html') ?? false,
  };
}

/** A text field of the body; empty where there is none, or something else. */
export function textIn({ body }: Pick<Call, 'body'>, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers.set(name, String(value));
  }
  return headers;
}

/** What the nearest proxy that we trust has seen; whatever stands before that anybody can write. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const seen = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  return seen || (request.socket.remoteAddress ?? '');
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes)
      throw new Refused(413, 'BODY_TOO_LARGE', 'The request is too large', { connection: 'close' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fieldsOf(text: string, contentType: string): Record<string, unknown> {
  if (text === '') return {};
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  const value = contentType.startsWith('application/json') ? parsed(text) : undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refused(400, 'BAD_REQUEST', 'Send a JSON object, with the content type application/json');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
