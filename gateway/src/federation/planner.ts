import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import type { PreparedPlan } from './plan-run.js';
import { preparePlan } from './prepare-plan.js';
import { createTypeConditions } from './type-conditions.js';

/** Plans the one operation of a document. */
export type PlanOperation = (document: DocumentNode) => Promise<PreparedPlan>;

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
  return async (document) => {
    const { node } = await planner.planAsync(print(document), undefined, noLabels, 0);
    return preparePlan(node, endpoints, types);
  };
}
