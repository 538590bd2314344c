import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { badInput, Fault } from '../errors/fault.js';
import type { Viewer } from '../viewer/viewer.js';
import { operationCost } from './operation-cost.js';
import { type OperationLimits, signedInLimits, signedOutLimits } from './operation-limits.js';
import { operationShape } from './operation-shape.js';

export interface CheckedOperation {
  readonly schema: GraphQLSchema;
  /** Parsed and valid for the schema. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

export function limitsFor(viewer: Viewer | null): OperationLimits {
  return viewer === null ? signedOutLimits : signedInLimits;
}

/**
 * Complaints about an operation that asks for too much, before anything is planned or run; none if it may run.
 * Shape first: it is cheap, and bounds the work of computing the cost.
 */
export function checkOperation(
  operation: CheckedOperation,
  limits: OperationLimits,
): readonly GraphQLError[] {
  const tooMuch = shapeComplaint(operation.document, limits) ?? costComplaint(operation, limits);
  return tooMuch === undefined ? [] : [tooMuch];
}

const shapesSeen = new WeakMap<DocumentNode, ReturnType<typeof operationShape>>();

function shapeComplaint(document: DocumentNode, limits: OperationLimits): GraphQLError | undefined {
  const shape = shapesSeen.get(document) ?? operationShape(document);
  shapesSeen.set(document, shape);
  if (shape.depth > limits.maxDepth) return tooExpensive(`it nests deeper than ${limits.maxDepth} levels`);
  if (shape.aliases > limits.maxAliases) return tooExpensive(`it has more than ${limits.maxAliases} aliases`);
  if (shape.rootFields > limits.maxRootFields)
    return tooExpensive(`it has more than ${limits.maxRootFields} root fields`);
  return undefined;
}

function costComplaint(operation: CheckedOperation, limits: OperationLimits): GraphQLError | undefined {
  const { schema, document, variables, operationName } = operation;
  const cost = costOrComplaint(() => operationCost(schema, document, variables, operationName));
  if (typeof cost !== 'number') return cost;
  return cost > limits.maxCost
    ? tooExpensive(`it may return ${cost} objects, and ${limits.maxCost} are allowed; ask for smaller pages`)
    : undefined;
}

/**
 * Variables that do not fit make the cost impossible to compute: then the operation is refused, for what cannot be
 * weighed is not let through.
 * @throws anything that is not about the variables
 */
function costOrComplaint(compute: () => number): number | GraphQLError {
  try {
    return compute();
  } catch (error) {
    if (error instanceof GraphQLError) return badInput(error.message);
    throw error;
  }
}

function tooExpensive(why: string): Fault {
  return new Fault('OPERATION_TOO_EXPENSIVE', `This operation asks for too much: ${why}.`);
}
