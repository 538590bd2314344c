import type { ExecutionResult } from 'graphql';
import { gatewayError } from '../operations/error-codes.js';

/** What a client is told of a subgraph that cannot be reached or does not answer in GraphQL: no names, no addresses. */
export function unavailable(): ExecutionResult {
  return {
    data: null,
    errors: [gatewayError('UNAVAILABLE', 'A part of the hub cannot be reached; try again later')],
  };
}
