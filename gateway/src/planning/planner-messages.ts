import type { PlanNode } from '@graphql-hive/router-query-planner';

/** What the gateway says to its planner: first the supergraph, then one operation after another. */
export type ToPlanner = { readonly supergraphSdl: string } | { readonly text: string };

/** What the planner says: once whether it can use the supergraph, then one answer to each operation. */
export type FromPlanner =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'planned'; readonly plan: PlanNode | undefined }
  | { readonly kind: 'refused'; readonly message: string };
