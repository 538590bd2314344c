import type { DocumentNode, GraphQLSchema } from 'graphql';
import { OperationCache } from '../operations/operation-cache.js';
import type { ParsedOperation, PreparedOperation } from '../operations/prepare-operation.js';
import { answerShape, type BuildValue } from './answer-shape.js';
import { decidedOperation, decidingVariables } from './decided-operation.js';
import type { Fence } from './fence.js';
import type { PreparedPlan } from './plan-run.js';
import { plannableOperation } from './plannable-operation.js';
import type { PlanOperation } from './planner.js';
import type { SafeNames } from './safe-names.js';

/** What is worked out of an operation before it can run: which fetches it needs, and what its answer looks like. */
export interface Execution {
  readonly fence: Fence;
  readonly plan: PreparedPlan;
  readonly build: BuildValue;
  readonly names: SafeNames;
}

/**
 * Executions are made once per operation, and once per combination of values that its `@skip` and `@include` look at;
 * whoever asks for the same meanwhile waits for it as well. What failed is tried anew the next time.
 */
export function createExecutions(
  schema: GraphQLSchema,
  planOperation: PlanOperation,
  namesIn: (document: DocumentNode) => SafeNames,
  fenceOf: (document: DocumentNode) => Fence,
) {
  const cache = new OperationCache<Promise<Execution>>();
  const deciding = new WeakMap<ParsedOperation, readonly string[]>();

  const decidingIn = (parsed: ParsedOperation): readonly string[] => {
    const names = deciding.get(parsed) ?? decidingVariables(parsed.document);
    deciding.set(parsed, names);
    return names;
  };

  const prepare = async ({ parsed, variables }: PreparedOperation): Promise<Execution> => {
    const document = decidedOperation(parsed.document, variables);
    const names = namesIn(document);
    const build = answerShape(schema, parsed.type, document, names);
    const plan = await planOperation(plannableOperation(document, names));
    return { fence: fenceOf(document), plan, build, names };
  };

  return (operation: PreparedOperation): Promise<Execution> => {
    const { parsed, variables } = operation;
    const values = decidingIn(parsed).map((name) => variables[name]);
    const key = `${values.join()} ${parsed.key}`;
    const known = cache.get(key);
    if (known) return known;
    const prepared = prepare(operation);
    cache.set(key, prepared);
    prepared.catch(() => cache.delete(key));
    return prepared;
  };
}
