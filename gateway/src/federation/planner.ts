import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, print } from 'graphql';
import type { ParsedOperation } from '../prepare-operation.js';
import type { PreparedPlan } from './plan-run.js';
import { preparePlan } from './prepare-plan.js';
import { createTypeConditions } from './type-conditions.js';

/** The plan of an operation; made once, and kept as long as the operation itself. */
export type PlanOperation = (operation: ParsedOperation) => Promise<PreparedPlan>;

/** No operation is planned for a part of the traffic only (`@override` with a label). */
const noLabels = new Set<string>();

/** @param schema the whole supergraph, with what clients do not see */
export function createPlanner(
  supergraphSdl: string,
  schema: GraphQLSchema,
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
): PlanOperation {
  const planner = new QueryPlanner(supergraphSdl);
  const types = createTypeConditions(schema);
  const plans = new WeakMap<ParsedOperation, Promise<PreparedPlan>>();

  // Not given the client's signal: whoever asks the same meanwhile waits for this plan as well.
  const plan = async ({ document, name }: ParsedOperation) => {
    const { node } = await planner.planAsync(print(document), name, noLabels, 0);
    return preparePlan(node, endpoints, types);
  };

  return (operation) => {
    const known = plans.get(operation);
    if (known) return known;
    const planned = plan(operation);
    plans.set(operation, planned);
    planned.catch(() => plans.delete(operation));
    return planned;
  };
}
