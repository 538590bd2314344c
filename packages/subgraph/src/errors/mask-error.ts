import { faultOf } from '@coalition-hub/bus';
import { GraphQLError } from 'graphql';
import { isDatabaseGone } from './database-errors.js';
import { Fault, faultCodes, unavailable } from './fault.js';

export interface ErrorLog {
  error(details: Record<string, unknown>, message: string): void;
}

const known = new Set<unknown>(faultCodes);

/**
 * What a client may see of an error: our own faults with their code, graphql-js's complaints about the operation, and
 * for anything else one sentence. The request id lets a person who reports it be helped.
 */
export function maskError(error: unknown, requestId: string, log: ErrorLog): GraphQLError {
  const outer =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
  const visible = visibleCause(outer, requestId, log);
  return new GraphQLError(visible.message, {
    ...(outer.path && { path: outer.path }),
    extensions: { code: visible.code, requestId },
  });
}

interface VisibleCause {
  readonly message: string;
  readonly code: unknown;
}

function visibleCause(error: GraphQLError, requestId: string, log: ErrorLog): VisibleCause {
  const cause = error.originalError ?? error;
  if (cause instanceof Fault) return { message: cause.message, code: codeOf(cause) };
  if (known.has(codeOf(error))) return { message: error.message, code: codeOf(error) };
  if (error.path === undefined && isOfGraphQL(error.originalError)) return complaintOf(error);
  if (isDatabaseGone(cause)) {
    const gone = unavailable();
    return { message: gone.message, code: codeOf(gone) };
  }
  log.error({ requestId, path: error.path, error: faultOf(cause) }, 'a request failed');
  return { message: 'Something went wrong on our side.', code: 'INTERNAL' };
}

/** graphql-js wraps its own complaint about a variable once more. */
function isOfGraphQL(cause: unknown): boolean {
  return cause === undefined || cause instanceof GraphQLError;
}

/** graphql-js found fault with the operation or its variables; it names only what the client sent. */
function complaintOf({ message }: GraphQLError): VisibleCause {
  return { message, code: 'BAD_USER_INPUT' };
}

/** Errors of compiled operations may have no extensions, whatever the type says. */
function codeOf(error: { readonly extensions?: Readonly<Record<string, unknown>> }): unknown {
  return error.extensions?.['code'];
}

/** By shape: errors of Node's own modules belong to another realm where modules are isolated. */
function asError(error: unknown): Error {
  return typeof (error as { stack?: unknown } | null)?.stack === 'string' ? (error as Error) : new Error();
}
