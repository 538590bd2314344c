import type { GraphQLError } from 'graphql';
import type { Data } from './data.js';
import type { OperationContext } from './operation-context.js';
import type { TakeResult } from './root-fetch.js';
import type { SubgraphCall } from './subgraph-call.js';

/** One execution of a plan: what has come in so far, and what went wrong. */
export interface PlanRun {
  readonly variables: Data;
  readonly context: OperationContext;
  readonly data: Data;
  readonly errors: GraphQLError[];
}

/** Of one answer; a list of a thousand entities that all fail says nothing more. */
const mostErrors = 1_000;

export function addError({ errors }: PlanRun, error: GraphQLError): void {
  if (errors.length < mostErrors) errors.push(error);
}

/** A part of a plan. Never rejects: what goes wrong is among the run's errors. */
export type PlanStep = (run: PlanRun) => Promise<void>;

/** Where fields of `Query`, `Mutation` or `Subscription` come from, and how a result is taken into the answer. */
export interface RootSource {
  readonly call: SubgraphCall;
  readonly take: TakeResult;
}

/** A plan that can be run any number of times. */
export interface PreparedPlan {
  /** All fetches; of a subscription, those that complete one event. */
  readonly complete: PlanStep;
  /** Of subscriptions only. */
  readonly source: RootSource | undefined;
}
