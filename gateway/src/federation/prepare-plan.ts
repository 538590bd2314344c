import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { type EntitiesField, entityFetch } from './entity-fetch.js';
import { type PlanStep, type PreparedPlan, type RootSource } from './plan-run.js';
import type { BatchFetchNode, FetchNode, FlattenNode, PlanNode } from './query-plan.js';
import { rootFetch, takingRootFields } from './root-fetch.js';
import { subgraphCall } from './subgraph-call.js';
import type { TypeConditions } from './type-conditions.js';

/** Turns a plan into what can be run, once per operation. */
export function preparePlan(
  plan: PlanNode | undefined,
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
  types: TypeConditions,
): PreparedPlan {
  let source: RootSource | undefined;

  function stepOf(node: PlanNode | undefined): PlanStep {
    switch (node?.kind) {
      case undefined:
        return nothing;
      case 'Sequence':
        return inSequence(node.nodes.map(stepOf));
      case 'Parallel':
        return inParallel(node.nodes.map(stepOf));
      case 'Condition':
        return conditional(node.condition, stepOf(node.ifClause), stepOf(node.elseClause));
      case 'Fetch':
        return rootFetch(rootOf(node));
      case 'Flatten':
        return entityFetch(callOf(fetchOf(node)), [flattenedField(node)], types);
      case 'BatchFetch':
        return entityFetch(callOf(node), batchedFields(node), types);
      case 'Subscription':
        source = rootOf(node.primary);
        return nothing;
      default:
        throw new Error(`the planner planned something unknown: ${node?.kind}`);
    }
  }

  function rootOf(node: FetchNode): RootSource {
    const call = callOf(node);
    return { call, take: takingRootFields(node, call.document, types) };
  }

  function callOf(node: FetchNode | BatchFetchNode) {
    const endpoint = endpoints.get(node.serviceName);
    if (!endpoint) throw new Error(`the supergraph names an unknown subgraph: ${node.serviceName}`);
    return subgraphCall(endpoint, node);
  }

  return { complete: stepOf(plan), source };
}

const nothing: PlanStep = async () => undefined;

function inSequence(steps: readonly PlanStep[]): PlanStep {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly PlanStep[]): PlanStep {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function conditional(variable: string, met: PlanStep, unmet: PlanStep): PlanStep {
  return (run) => (run.variables[variable] === true ? met(run) : unmet(run));
}

function fetchOf({ node }: FlattenNode): FetchNode {
  if (node.kind !== 'Fetch') throw new Error(`the planner planned a ${node.kind} at a path`);
  return node;
}

function flattenedField(node: FlattenNode): EntitiesField {
  const { requires = [], inputRewrites, outputRewrites } = fetchOf(node);
  return {
    name: '_entities',
    variable: 'representations',
    paths: [node.path],
    requires,
    inputRewrites,
    outputRewrites,
  };
}

function batchedFields({ entityBatch }: BatchFetchNode): EntitiesField[] {
  return entityBatch.aliases.map(({ alias, representationsVariableName, ...field }) => ({
    name: alias,
    variable: representationsVariableName,
    ...field,
  }));
}
