import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
} from 'graphql';
import type { PreparedOperation } from '../operations/prepare-operation.js';
import type { Data } from './data.js';
import { createExecutions, type Execution } from './executions.js';
import { createFences } from './fence.js';
import type { OperationContext } from './operation-context.js';
import { addError, type PlanRun, type PreparedPlan, type RootSource } from './plan-run.js';
import { createPlanner } from './planner.js';
import { createSafeNames } from './safe-names.js';

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

export function openSupergraph(
  supergraphSdl: string,
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
): Supergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const schema = buildASTSchema(transformSupergraphToPublicSchema(document));
  const whole = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const planOperation = createPlanner(supergraphSdl, whole, endpoints);
  const executionOf = createExecutions(schema, planOperation, createSafeNames(document), createFences(whole));

  const complete = async ({ plan, build, names }: Execution, run: PlanRun): Promise<ExecutionResult> => {
    await plan.complete(run);
    const carried = { count: 0 };
    const data = build(run.data, carried) as Data | null;
    if (carried.count > 0 && run.errors.length === 0) addError(run, new GraphQLError(untold));
    const { errors } = run;
    return errors.length > 0 ? { errors: errors.map(names.restore), data } : { data };
  };

  return {
    schema,
    async execute(operation, context) {
      if (operation.parsed.introspection) return introspect(schema, operation);
      const execution = await executionOf(operation);
      return refused(execution, context) ?? complete(execution, newRun(operation, context));
    },
    async openSource(operation, context) {
      const execution = await executionOf(operation);
      const source = sourceOf(execution.plan);
      return refused(execution, context) ?? source.call.subscribe(newRun(operation, context));
    },
    async completeEvent(operation, context, event) {
      const execution = await executionOf(operation);
      const run = newRun(operation, context);
      sourceOf(execution.plan).take(run, event);
      return complete(execution, run);
    },
  };
}

function refused({ fence }: Execution, { viewer }: OperationContext): ExecutionResult | undefined {
  const error = fence(viewer);
  return error && { errors: [error], data: null };
}

function sourceOf({ source }: PreparedPlan): RootSource {
  if (!source) throw new Error('the planner planned a subscription without a source');
  return source;
}

/** Never seen by clients: whoever reads the log learns that a subgraph broke its own schema. */
const untold = 'a subgraph left out what must not be null, without an error';

function newRun({ variables }: PreparedOperation, context: OperationContext): PlanRun {
  return { variables, context, data: {}, errors: [] };
}

function introspect(schema: GraphQLSchema, { parsed, variables }: PreparedOperation) {
  return execute({ schema, document: parsed.document, variableValues: variables });
}
