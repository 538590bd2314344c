import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import type { PreparedOperation } from '../prepare-operation.js';
import { createBuildAnswer } from './build-answer.js';
import type { OperationContext } from './operation-context.js';
import type { PlanRun } from './plan-run.js';
import { createPlanner } from './planner.js';

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
  const planOf = createPlanner(supergraphSdl, whole, endpoints);
  const buildAnswer = createBuildAnswer(schema);

  const answer = (operation: PreparedOperation, { data, errors }: PlanRun): ExecutionResult => {
    const built = buildAnswer(operation, data);
    return errors.length > 0 ? { errors, data: built } : { data: built };
  };

  return {
    schema,
    async execute(operation, context) {
      if (operation.parsed.introspection) return introspect(schema, operation);
      const run = newRun(operation, context);
      const { complete } = await planOf(operation.parsed);
      await complete(run);
      return answer(operation, run);
    },
    async openSource(operation, context) {
      const { source } = await planOf(operation.parsed);
      if (!source) throw new Error('the planner planned a subscription without a source');
      return source.call.subscribe(newRun(operation, context));
    },
    async completeEvent(operation, context, event) {
      const run = newRun(operation, context);
      const { source, complete } = await planOf(operation.parsed);
      source?.take(run, event);
      await complete(run);
      return answer(operation, run);
    },
  };
}

function newRun({ variables }: PreparedOperation, context: OperationContext): PlanRun {
  return { variables, context, data: {}, errors: [] };
}

function introspect(schema: GraphQLSchema, { parsed, variables }: PreparedOperation) {
  return execute({ schema, document: parsed.document, variableValues: variables });
}
