import { type DocumentNode, type ExecutionResult, Kind, type OperationDefinitionNode } from 'graphql';
import { locatedAt } from './locate-error.js';
import { mergeData } from './merge-data.js';
import { addError, type PlanRun, type PlanStep, type RootSource } from './plan-run.js';
import type { FetchNode } from './query-plan.js';
import { rewriting } from './rewrite.js';
import type { TypeConditions } from './type-conditions.js';

/** Takes what one subgraph answers to fields of `Query`, `Mutation` or `Subscription` into the run. */
export type TakeResult = (run: PlanRun, result: ExecutionResult) => void;

export function takingRootFields(node: FetchNode, document: DocumentNode, types: TypeConditions): TakeResult {
  const rewrite = rewriting(node.outputRewrites, types);
  const path = firstField(document);
  return (run, result) => {
    for (const error of result.errors ?? []) addError(run, error.path ? error : locatedAt(error, path));
    if (!result.data) return;
    rewrite?.(result.data);
    mergeData(run.data, result.data, types.objectTypes);
  };
}

export function rootFetch({ call, take }: RootSource): PlanStep {
  return async (run) => take(run, await call.execute(run));
}

/** The best place for an error that names none. */
function firstField({ definitions }: DocumentNode): string[] {
  const definition = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const field = definition?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return field ? [(field.alias ?? field.name).value] : [];
}
