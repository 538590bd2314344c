import {
  createSourceEventStream,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { maskError } from '../errors/mask-error.js';
import { checkSubgraphRequest } from '../limits/check-subgraph-request.js';
import { Operations } from './operations.js';
import { RequestContext } from './request-context.js';
import type { Service } from './service.js';
import type { Tools } from './subgraph-definition.js';
import type { SubgraphEndpoint, SubgraphRequest } from './subgraph-endpoint.js';

/**
 * A service seen as a subgraph: every way in, in process or over HTTP, ends in these two functions, so that context,
 * policies, limits and masking cannot differ.
 */
export class Subgraph<Tables, Loaders, OwnTools extends Tools> implements SubgraphEndpoint {
  readonly #operations: Operations;

  constructor(readonly service: Service<Tables, Loaders, OwnTools>) {
    this.#operations = new Operations(this.schema);
  }

  get name(): string {
    return this.service.definition.name;
  }

  get schema(): GraphQLSchema {
    return this.service.definition.schema.schema;
  }

  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    const refused = checkSubgraphRequest(request);
    if (refused) return this.failed([refused], request);
    const operation = this.#operations.find(request.document, request.operationName, request.source);
    if (operation.kind === 'invalid') return this.failed(operation.errors, request);
    if (operation.kind === 'subscription')
      return this.failed([new GraphQLError('Subscriptions go to subscribe.')], request);
    try {
      return this.masked(
        await operation.run(undefined, new RequestContext(this.service, request), request.variables),
        request,
      );
    } catch (error) {
      return this.failed([error], request);
    }
  }

  async subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const refused = checkSubgraphRequest(request);
    if (refused) return this.failed([refused], request);
    const operation = this.#operations.find(request.document, request.operationName, request.source);
    if (operation.kind === 'invalid') return this.failed(operation.errors, request);
    if (operation.kind !== 'subscription') return this.execute(request);
    const source = await createSourceEventStream(this.argumentsOf(request));
    return Symbol.asyncIterator in source
      ? this.answers(source, request)
      : this.masked(source as ExecutionResult, request);
  }

  /** Each with a context of its own: loaders would answer from what they read for an earlier event. */
  private argumentsOf(request: SubgraphRequest) {
    return {
      schema: this.schema,
      document: request.document,
      operationName: request.operationName ?? null,
      variableValues: request.variables,
      contextValue: new RequestContext(this.service, request),
    };
  }

  private masked(result: ExecutionResult, request: SubgraphRequest): ExecutionResult {
    if (!result.errors || result.errors.length === 0) return result;
    return { ...result, ...this.failed(result.errors, request) };
  }

  private failed(errors: readonly unknown[], { requestId }: SubgraphRequest): ExecutionResult {
    return { errors: errors.map((error) => maskError(error, requestId, this.service.parts.log)) };
  }

  /** Hands `return` through, so that a client's leaving ends the source at once. */
  private answers(source: AsyncIterable<unknown>, request: SubgraphRequest): AsyncIterable<ExecutionResult> {
    const events = source[Symbol.asyncIterator]();
    const next = async (): Promise<IteratorResult<ExecutionResult, void>> => {
      try {
        const { done, value } = await events.next();
        if (done) return { done, value: undefined };
        const result = await execute({ ...this.argumentsOf(request), rootValue: value });
        return { done: false, value: this.masked(result, request) };
      } catch (error) {
        await events.return?.();
        return { done: false, value: this.failed([error], request) };
      }
    };
    const end = async () => {
      await events.return?.();
      return { done: true as const, value: undefined };
    };
    return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
  }
}
