import type { GraphQLError } from 'graphql';
import { Fault } from '../errors/fault.js';
import type { SubgraphRequest } from '../server/subgraph-endpoint.js';
import { maxRepresentations } from './operation-limits.js';
import { operationShape } from './operation-shape.js';

/** Plans of a gateway are flatter than what clients write, but hold an alias for each place an entity is needed. */
const maxDepth = 20;
const maxAliases = 500;

const shapesAllowed = new WeakSet<object>();

/** The complaint about a request that no gateway of ours would send, if it is one. */
export function checkSubgraphRequest({ document, variables }: SubgraphRequest): GraphQLError | undefined {
  for (const value of Object.values(variables)) {
    if (Array.isArray(value) && value.length > maxRepresentations) {
      return new Fault(
        'OPERATION_TOO_EXPENSIVE',
        `A list of more than ${maxRepresentations} values was sent.`,
      );
    }
  }
  if (shapesAllowed.has(document)) return undefined;
  const { depth, aliases } = operationShape(document);
  if (depth > maxDepth || aliases > maxAliases) {
    return new Fault('OPERATION_TOO_EXPENSIVE', 'This operation nests too deep or has too many aliases.');
  }
  shapesAllowed.add(document);
  return undefined;
}
