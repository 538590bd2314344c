import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import type { PreparedPlan } from './plan-run.js';
import { preparePlan } from './prepare-plan.js';
import type { PlanNode } from './query-plan.js';
import { createTypeConditions } from './type-conditions.js';

/** Plans the one operation of a document. */
export type PlanOperation = (document: DocumentNode) => Promise<PreparedPlan>;

/** What has to be fetched for the one operation of a text. */
export type PlanText = (text: string) => Promise<PlanNode | undefined>;

/** @param schema the whole supergraph, with what clients do not see */
export function createPlanner(
  planText: PlanText,
  schema: GraphQLSchema,
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
): PlanOperation {
  const types = createTypeConditions(schema);
  return async (document) => preparePlan(await planText(print(document)), endpoints, types);
}
