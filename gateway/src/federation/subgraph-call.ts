import type { SubgraphEndpoint, SubgraphRequest } from '@coalition-hub/subgraph';
import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import type { Data } from './data.js';
import { asGraphQLError } from './locate-error.js';
import type { PlanRun } from './plan-run.js';

/** What all fetches of a plan say of the operation for a subgraph. */
interface FetchedOperation {
  readonly operation: string;
  readonly operationName?: string | undefined;
  readonly variableUsages?: readonly string[] | undefined;
}

/** One operation for one subgraph; parsed once, as plans are kept. */
export interface SubgraphCall {
  readonly document: DocumentNode;
  /** @param variables beside those of the client's operation */
  execute(run: PlanRun, variables?: Data): Promise<ExecutionResult>;
  subscribe(run: PlanRun): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

export function subgraphCall(endpoint: SubgraphEndpoint, fetched: FetchedOperation): SubgraphCall {
  const document = parse(fetched.operation, { noLocation: true });
  const used = fetched.variableUsages ?? [];
  const requestOf = ({ variables, context }: PlanRun, own?: Data): SubgraphRequest => ({
    document,
    source: fetched.operation,
    operationName: fetched.operationName,
    variables: { ...pick(variables, used), ...own },
    viewer: context.viewer,
    requestId: context.requestId,
    signal: context.signal,
  });
  return {
    document,
    execute: async (run, variables) => {
      try {
        return await endpoint.execute(requestOf(run, variables));
      } catch (error) {
        return { errors: [asGraphQLError(error)] };
      }
    },
    subscribe: (run) => endpoint.subscribe(requestOf(run)),
  };
}

/** A variable that the client left out stays out: its default is the subgraph's to apply. */
function pick(variables: Data, names: readonly string[]): Data {
  const picked: Data = {};
  for (const name of names) if (Object.hasOwn(variables, name)) picked[name] = variables[name];
  return picked;
}
