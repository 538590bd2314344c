import { GraphQLError } from 'graphql';

/** Codes made by the gateway itself. */
export type GatewayErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'CSRF_PREVENTED'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OPERATION_TOO_LARGE'
  | 'SHUTTING_DOWN'
  | 'TOO_MANY_OPERATIONS'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE';

/** An error that the client may see as it is. */
export function gatewayError(code: GatewayErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
