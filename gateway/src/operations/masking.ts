import { faultOf } from '@coalition-hub/bus';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayLog } from '../options.js';
import { shortenMessage } from './shorten-message.js';

const INTERNAL_MESSAGE = 'Something went wrong on our side';

/**
 * The codes that clients may see, whoever made them. Anything else, above all what libraries and drivers invent, is
 * one of our faults and is told as such.
 */
const alwaysPublic = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BODY_TOO_LARGE',
  'CSRF_PREVENTED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'NOT_FOUND',
  'OPERATION_NOT_REGISTERED',
  'OPERATION_TOO_LARGE',
  'OPERATION_UNPLANNABLE',
  'SHUTTING_DOWN',
  'TOO_MANY_OPERATIONS',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
];

/** Turns whatever went wrong into what a client may see: a known code, the request's id, and nothing else. */
export type MaskError = (error: unknown, requestId: string) => GraphQLError;

/** Masks errors and logs those that were ours, with the same request id that the client is shown. */
export function createMaskError(log: GatewayLog, alsoPublic: readonly string[] = []): MaskError {
  const publicCodes = new Set([...alwaysPublic, ...alsoPublic]);
  return (error, requestId) => {
    const shape = error as Partial<GraphQLFormattedError> | null;
    const code = shape?.extensions?.['code'];
    if (typeof code === 'string' && publicCodes.has(code)) return publicError(shape ?? {}, code, requestId);
    // A subgraph that answered INTERNAL has logged the cause itself.
    if (code !== 'INTERNAL') log.error({ requestId, error: faultOf(error) }, 'masked an unexpected error');
    return publicError({ ...shape, message: INTERNAL_MESSAGE }, 'INTERNAL', requestId);
  };
}

function publicError(shape: Partial<GraphQLFormattedError>, code: string, requestId: string): GraphQLError {
  const masked = new GraphQLError(shortenMessage(shape.message ?? INTERNAL_MESSAGE), {
    path: shape.path ? [...shape.path] : null,
    extensions: { code, requestId },
  });
  // Locations inside the operation that the planner sent to a subgraph mean nothing to the client.
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED') {
    Object.defineProperty(masked, 'locations', { value: shape.locations, enumerable: true });
  }
  return masked;
}
