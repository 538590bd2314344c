import type { IncomingMessage } from 'node:http';
import { gatewayError } from '../operations/error-codes.js';
import type { OperationRequest } from '../operations/prepare-operation.js';
import { mediaType } from './csrf.js';
import { readBody } from './read-body.js';

/** Reads the operation out of a GET or POST (GraphQL over HTTP). Throws a `GraphQLError` for anything malformed. */
export async function readOperationRequest(
  request: IncomingMessage,
  search: string,
  maxBodyBytes: number,
): Promise<OperationRequest> {
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

/** In UTF-16 code units. Validating and planning a document costs more the longer it is. */
const LONGEST_DOCUMENT = 131_072;

function fromSearch(search: URLSearchParams): OperationRequest {
  const variables = search.get('variables');
  return operationRequest(
    search.get('query'),
    variables ? parseJson(variables, '"variables"') : undefined,
    search.get('operationName') ?? undefined,
  );
}

/** Checks the shape of a request that arrived as JSON, in a POST or over a socket. */
export function fromBody(body: unknown): OperationRequest {
  if (Array.isArray(body)) throw gatewayError('BAD_REQUEST', 'Send one operation at a time; batching is off');
  if (!isRecord(body)) throw gatewayError('BAD_REQUEST', 'The body must be a JSON object with a "query"');
  return operationRequest(body['query'], body['variables'], body['operationName']);
}

function operationRequest(query: unknown, variables: unknown, operationName: unknown): OperationRequest {
  if (typeof query !== 'string' || query === '') {
    throw gatewayError('BAD_REQUEST', 'The "query" must be the text of a GraphQL document');
  }
  if (query.length > LONGEST_DOCUMENT) {
    throw gatewayError('OPERATION_TOO_LARGE', 'The "query" is too long; long texts belong into "variables"');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw gatewayError('BAD_REQUEST', 'The "variables" must be an object');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw gatewayError('BAD_REQUEST', 'The "operationName" must be text');
  }
  return { query, variables: variables ?? {}, operationName: operationName || undefined };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw gatewayError('BAD_REQUEST', `${what} is not valid JSON`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
