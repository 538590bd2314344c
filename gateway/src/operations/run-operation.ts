import type { Viewer } from '@coalition-hub/subgraph';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { OperationContext } from '../federation/operation-context.js';
import type { Supergraph } from '../federation/supergraph.js';
import { EventStream } from '../live/event-stream.js';
import type { CheckOperation } from '../options.js';
import type { MaskError } from './masking.js';
import type { PreparedOperation, PrepareOperation } from './prepare-operation.js';
import type { AskedOperation, FindDocument } from './registered-documents.js';

/** An operation that was not executed at all. The errors are masked already. */
export class OperationRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('the operation was refused');
  }
}

/** The one way of every operation, whichever transport it came by. Results and errors are fit for the client. */
export interface OperationRunner {
  /** @throws {OperationRefused} */
  prepare(asked: AskedOperation, viewer: Viewer | null, requestId: string): PreparedOperation;
  /** For queries and mutations; never throws. */
  execute(operation: PreparedOperation, context: OperationContext): Promise<ExecutionResult>;
  /** For subscriptions; never throws. Returning the stream, or aborting the signal, ends the upstream. */
  subscribe(operation: PreparedOperation, context: OperationContext): Promise<EventStream | ExecutionResult>;
}

export function createOperationRunner(
  supergraph: Supergraph,
  findDocument: FindDocument,
  prepareOperation: PrepareOperation,
  checkOperation: CheckOperation | undefined,
  mask: MaskError,
): OperationRunner {
  const check = (operation: PreparedOperation, viewer: Viewer | null): PreparedOperation => {
    const { document, name } = operation.parsed;
    const errors = checkOperation?.(supergraph.schema, document, operation.variables, name, viewer);
    if (errors && errors.length > 0) throw errors;
    return operation;
  };

  return {
    prepare(asked, viewer, requestId) {
      try {
        return check(prepareOperation(findDocument(asked)), viewer);
      } catch (error) {
        const errors = Array.isArray(error) ? error : [error];
        throw new OperationRefused(errors.map((each) => mask(each, requestId)));
      }
    },
    async execute(operation, context) {
      try {
        return maskResult(await supergraph.execute(operation, context), context, mask);
      } catch (error) {
        return failure(error, context, mask);
      }
    },
    async subscribe(operation, context) {
      const ended = new AbortController();
      const upstream = { ...context, signal: AbortSignal.any([context.signal, ended.signal]) };
      try {
        const source = await supergraph.openSource(operation, upstream);
        if (!isAsyncIterable(source)) return maskResult(source, context, mask);
        return new EventStream(
          source[Symbol.asyncIterator](),
          ended,
          context.signal,
          async (event) =>
            maskResult(await supergraph.completeEvent(operation, upstream, event), context, mask),
          (error) => failure(error, context, mask),
        );
      } catch (error) {
        return failure(error, context, mask);
      }
    },
  };
}

function maskResult(
  result: ExecutionResult,
  { requestId }: OperationContext,
  mask: MaskError,
): ExecutionResult {
  if (!result.errors || result.errors.length === 0) return { data: result.data ?? null };
  return { errors: result.errors.map((error) => mask(error, requestId)), data: result.data ?? null };
}

function failure(error: unknown, { requestId }: OperationContext, mask: MaskError): ExecutionResult {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return { errors: errors.map((each) => mask(each, requestId)), data: null };
}

function isAsyncIterable(value: object): value is AsyncIterable<ExecutionResult> {
  return Symbol.asyncIterator in value;
}
