import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticate } from '../authentication.js';
import type { OperationContext } from '../federation/operation-context.js';
import { EVENT_STREAM_TYPE, type EventStreams } from '../live/server-sent-events.js';
import { gatewayError } from '../operations/error-codes.js';
import type { MaskError } from '../operations/masking.js';
import type { PreparedOperation } from '../operations/prepare-operation.js';
import { OperationRefused, type OperationRunner } from '../operations/run-operation.js';
import { isDeliberate } from './csrf.js';
import { readOperationRequest } from './operation-request.js';
import { JSON_TYPE, RESPONSE_TYPE, respond, statusOfRefusal } from './respond.js';

export interface GraphQLOverHttpOptions {
  readonly runner: OperationRunner;
  readonly authenticate: Authenticate;
  readonly mask: MaskError;
  readonly maxBodyBytes: number;
  readonly eventStreams: EventStreams;
}

/** One HTTP request for `/graphql`; `search` is what follows the question mark. Answers every failure itself. */
export type HandleGraphQL = (
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  requestId: string,
) => Promise<void>;

export function createHandleGraphQL(options: GraphQLOverHttpOptions): HandleGraphQL {
  const { runner, authenticate, mask, maxBodyBytes, eventStreams } = options;

  return async (request, response, search, requestId) => {
    try {
      checkMethod(request, response);
      const viewer = await authenticate(request.headers.authorization);
      const asked = await readOperationRequest(request, search, maxBodyBytes);
      const operation = runner.prepare(asked, viewer, requestId);
      checkOperationType(operation, request, response);
      await answer(operation, request, response, { viewer, requestId, signal: signalOf(response) });
    } catch (error) {
      const errors = error instanceof OperationRefused ? error.errors : [mask(error, requestId)];
      respond(response, statusOfRefusal(errors), typeFor(request), JSON.stringify({ errors }));
    }
  };

  async function answer(
    operation: PreparedOperation,
    request: IncomingMessage,
    response: ServerResponse,
    context: OperationContext,
  ): Promise<void> {
    if (wantsEventStream(request)) {
      const result = await run(operation, context);
      return eventStreams.send(response, result, context.viewer);
    }
    const result = await runner.execute(operation, context);
    respond(response, 200, typeFor(request), JSON.stringify(result));
  }

  function run(operation: PreparedOperation, context: OperationContext) {
    return operation.parsed.type === 'subscription'
      ? runner.subscribe(operation, context)
      : runner.execute(operation, context);
  }
}

function checkMethod(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('allow', 'GET, POST');
    throw gatewayError('METHOD_NOT_ALLOWED', 'Use GET or POST');
  }
  if (!isDeliberate(request.headers)) {
    throw gatewayError(
      'CSRF_PREVENTED',
      'Send a content-type of application/json, or the header "apollo-require-preflight: true"',
    );
  }
}

function checkOperationType(
  operation: PreparedOperation,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (operation.parsed.type === 'mutation' && request.method === 'GET') {
    response.setHeader('allow', 'POST');
    throw gatewayError('METHOD_NOT_ALLOWED', 'Send mutations by POST');
  }
  if (operation.parsed.type === 'subscription' && !wantsEventStream(request)) {
    throw gatewayError('BAD_REQUEST', `Subscribe over a WebSocket or with "accept: ${EVENT_STREAM_TYPE}"`);
  }
}

function wantsEventStream(request: IncomingMessage): boolean {
  return request.headers.accept?.includes(EVENT_STREAM_TYPE) ?? false;
}

function typeFor(request: IncomingMessage): string {
  return request.headers.accept?.includes('application/graphql-response+json') ? RESPONSE_TYPE : JSON_TYPE;
}

/** Aborts when the client goes away before its answer is complete. */
function signalOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
