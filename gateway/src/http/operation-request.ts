import type { IncomingMessage } from 'node:http';
import { gatewayError } from '../operations/error-codes.js';
import type { AskedOperation } from '../operations/registered-documents.js';
import { mediaType } from './csrf.js';
import { readBody } from './read-body.js';

/** Reads the operation out of a GET or POST (GraphQL over HTTP). Throws a `GraphQLError` for anything malformed. */
export async function readOperationRequest(
  request: IncomingMessage,
  search: string,
  maxBodyBytes: number,
): Promise<AskedOperation> {
  if (request.method === 'GET') return fromSearch(new URLSearchParams(search));
  if (mediaType(request.headers['content-type']) !== 'application/json') {
    throw gatewayError('BAD_REQUEST', 'Send the operation as application/json');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw gatewayError('BAD_REQUEST', 'Send the operation without a content encoding');
  }
  return fromBody(parseJson(await readBody(request, maxBodyBytes), 'The body'));
}

function fromSearch(search: URLSearchParams): AskedOperation {
  const variables = search.get('variables');
  return operationRequest({
    query: search.get('query'),
    documentId: search.get('documentId'),
    variables: variables ? parseJson(variables, '"variables"') : undefined,
    operationName: search.get('operationName'),
  });
}

/** Checks the shape of a request that arrived as JSON, in a POST or over a socket. */
export function fromBody(body: unknown): AskedOperation {
  if (Array.isArray(body)) throw gatewayError('BAD_REQUEST', 'Send one operation at a time; batching is off');
  if (!isRecord(body)) throw gatewayError('BAD_REQUEST', 'The body must be a JSON object with a "query"');
  return operationRequest(body);
}

function operationRequest(sent: Readonly<Record<string, unknown>>): AskedOperation {
  const variables = sent['variables'] ?? {};
  if (!isRecord(variables)) throw gatewayError('BAD_REQUEST', 'The "variables" must be an object');
  return {
    query: textIn(sent, 'query'),
    documentId: textIn(sent, 'documentId'),
    variables,
    operationName: textIn(sent, 'operationName'),
  };
}

/** Empty is the same as absent: over a WebSocket a document's id comes with an empty "query". */
function textIn(sent: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = sent[name] ?? '';
  if (typeof value !== 'string') throw gatewayError('BAD_REQUEST', `The "${name}" must be text`);
  return value === '' ? undefined : value;
}

/** Names and texts are found by their quotation marks. A megabyte of short names takes 60 ms to read, one text nothing. */
export const MOST_QUOTATION_MARKS = 40_000;

function parseJson(text: string, what: string): unknown {
  if (hasMoreQuotationMarks(text, MOST_QUOTATION_MARKS))
    throw gatewayError('BAD_REQUEST', `${what} has too many names and texts`);
  try {
    return JSON.parse(text);
  } catch {
    throw gatewayError('BAD_REQUEST', `${what} is not valid JSON`);
  }
}

function hasMoreQuotationMarks(text: string, most: number): boolean {
  let left = most;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) if (--left < 0) return true;
  return false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
