import { gatewayError } from './error-codes.js';
import type { OperationRequest } from './prepare-operation.js';

/** What a client sends: the text of a document, or the id of one that is registered. */
export interface AskedOperation {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly variables: OperationRequest['variables'];
  readonly operationName: string | undefined;
}

/** Documents that whoever runs the gateway has registered; no request adds one. */
export interface RegisteredDocuments {
  /** Texts by id: `sha256:` and 64 hexadecimal digits. */
  readonly byId: ReadonlyMap<string, string>;
  /** Whether nothing else is run. */
  readonly exclusive: boolean;
}

/** Finds the document of a request. @throws OPERATION_NOT_REGISTERED, BAD_REQUEST, OPERATION_TOO_LARGE */
export type FindDocument = (asked: AskedOperation) => OperationRequest;

/** In UTF-16 code units. Validating and planning a document costs more the longer it is. */
export const LONGEST_DOCUMENT = 32_768;

/**
 * Persisted documents of GraphQL over HTTP (its appendix A), over every transport. Where only registered documents are
 * run, a text is taken for the registered one that it is equal to; all that is refused gets the same answer before
 * anybody looks into it.
 */
export function createFindDocument({ byId, exclusive }: RegisteredDocuments): FindDocument {
  const texts = new Set(byId.values());
  return ({ query, documentId, ...rest }) => {
    if (exclusive) {
      const known = documentId === undefined ? query : query === undefined && byId.get(documentId);
      if (typeof known !== 'string' || !texts.has(known)) throw notRegistered();
      return { query: known, ...rest };
    }
    return { query: documentId === undefined ? textOf(query) : registered(byId, documentId, query), ...rest };
  };
}

function registered(
  byId: RegisteredDocuments['byId'],
  documentId: string,
  query: string | undefined,
): string {
  if (query !== undefined) throw gatewayError('BAD_REQUEST', 'Send a "query" or a "documentId", not both');
  const text = byId.get(documentId);
  if (text === undefined) throw notRegistered();
  return text;
}

function textOf(query: string | undefined): string {
  if (query === undefined) {
    throw gatewayError('BAD_REQUEST', 'The "query" must be the text of a GraphQL document');
  }
  if (query.length > LONGEST_DOCUMENT) {
    throw gatewayError('OPERATION_TOO_LARGE', 'The "query" is too long; long texts belong into "variables"');
  }
  return query;
}

function notRegistered() {
  return gatewayError('OPERATION_NOT_REGISTERED', 'This operation is not registered here');
}
