import type { SubgraphEndpoint, SubgraphRequest, Viewer } from '@coalition-hub/subgraph';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  print,
} from 'graphql';
import type { ParsedOperation, PreparedOperation } from './prepare-operation.js';
import { propagateNulls } from './propagate-nulls.js';

/** Travels beside an operation through the plan executor to the subgraphs. */
export interface OperationContext {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** One operation on its way through the planner, with the part that only a subscription needs. */
interface PlanContext extends OperationContext {
  readonly subscription?: SubscriptionStep;
}

/**
 * A subscription's plan is run once to find its source (`found` is filled in), then once per event with the event as
 * the source's answer. So each event has errors and data of its own, which the plan executor would share between
 * all events of a stream, and the stream stays ours to end.
 */
type SubscriptionStep = { found?: SubscriptionSource } | { readonly event: ExecutionResult };

interface SubscriptionSource {
  readonly endpoint: SubgraphEndpoint;
  readonly request: SubgraphRequest;
}

type HandlerOptions = Parameters<typeof unifiedGraphHandler>[0];
type SubgraphCall = Parameters<HandlerOptions['onSubgraphExecute']>[1];

/** The public schema, and the way to answer an operation on it from the subgraphs. */
export interface Supergraph {
  readonly schema: GraphQLSchema;
  execute(operation: PreparedOperation, context: OperationContext): Promise<ExecutionResult>;
  /** The upstream events as they come, or the result that refused the subscription. */
  openSource(
    operation: PreparedOperation,
    context: OperationContext,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
  /** Completes one upstream event with what other subgraphs know. */
  completeEvent(
    operation: PreparedOperation,
    context: OperationContext,
    event: ExecutionResult,
  ): Promise<ExecutionResult>;
}

export async function openSupergraph(
  supergraphSdl: string,
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
): Promise<Supergraph> {
  const handled = await unifiedGraphHandler({
    unifiedGraph: buildSchema(supergraphSdl, { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: (name, call) => callSubgraph(endpointNamed(endpoints, name), call),
  });
  const { executor, unifiedGraph: schema } = handled;
  if (!executor) throw new Error('the planner gave no executor');
  // The handler builds these lazily; done here, the first request does not pay for it.
  for (const name of endpoints.keys()) handled.getSubgraphSchema(name);

  const runPlan = async ({ parsed, variables }: PreparedOperation, context: PlanContext) => {
    const result = await executor({
      document: parsed.document,
      operationType: parsed.type,
      ...(parsed.name === undefined ? {} : { operationName: parsed.name }),
      variables,
      context,
      // Not the client's signal: an abort while planning would be remembered as the plan of this document for good.
    });
    return completeResult(schema, parsed, result as ExecutionResult);
  };

  return {
    schema,
    async execute(operation, context) {
      return operation.parsed.introspection ? introspect(schema, operation) : runPlan(operation, context);
    },
    async openSource(operation, context) {
      const step: { found?: SubscriptionSource } = {};
      const planned = await runPlan(operation, { ...context, subscription: step });
      return step.found ? step.found.endpoint.subscribe(step.found.request) : planned;
    },
    completeEvent: (operation, context, event) => runPlan(operation, { ...context, subscription: { event } }),
  };
}

function completeResult(
  schema: GraphQLSchema,
  parsed: ParsedOperation,
  { data, errors }: ExecutionResult,
): ExecutionResult {
  const completed = data ? propagateNulls(schema, parsed, data) : null;
  return errors ? { errors, data: completed } : { data: completed };
}

function introspect(schema: GraphQLSchema, { parsed, variables }: PreparedOperation) {
  return execute({ schema, document: parsed.document, variableValues: variables });
}

function endpointNamed(endpoints: ReadonlyMap<string, SubgraphEndpoint>, name: string): SubgraphEndpoint {
  const endpoint = endpoints.get(name);
  if (!endpoint) throw new Error(`the supergraph names an unknown subgraph: ${name}`);
  return endpoint;
}

function callSubgraph(endpoint: SubgraphEndpoint, call: SubgraphCall) {
  const { subscription, ...context } = call.context as PlanContext;
  const request = subgraphRequest(call, context);
  if (call.operationType !== 'subscription') return endpoint.execute(request);
  if (!subscription) throw new Error('a subscription was executed as a single result');
  if ('event' in subscription) return subscription.event;
  subscription.found = { endpoint, request };
  return { data: null };
}

function subgraphRequest(call: SubgraphCall, context: OperationContext): SubgraphRequest {
  return {
    document: call.document,
    source: textOf(call.document),
    operationName: call.operationName,
    variables: call.variables ?? {},
    viewer: context.viewer,
    requestId: context.requestId,
    signal: context.signal,
  };
}

const texts = new WeakMap<DocumentNode, string>();

/** The planner keeps one document per fetch of a plan, so each is printed once. */
function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}
