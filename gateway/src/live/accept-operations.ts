import type { OperationContext } from '../federation/operation-context.js';
import { fromBody } from '../http/operation-request.js';
import { gatewayError } from '../operations/error-codes.js';
import type { PreparedOperation } from '../operations/prepare-operation.js';
import type { OperationRunner } from '../operations/run-operation.js';
import type { SocketConnection } from './socket-connection.js';

/** An operation that may run on its socket. */
export interface AcceptedOperation {
  readonly operation: PreparedOperation;
  readonly context: OperationContext;
}

export interface AcceptLimits {
  readonly maxOperationsPerSocket: number;
  readonly maxRunningMessageBytes: number;
}

/** @throws what refuses the operation, for the client to see after masking */
export type AcceptOperation = (
  connection: SocketConnection,
  payload: object,
  requestId: string,
) => AcceptedOperation;

/** Counts what runs, on each socket and on all of them, and prepares what may run beside it. */
export function acceptOperations(runner: OperationRunner, limits: AcceptLimits): AcceptOperation {
  const { maxOperationsPerSocket, maxRunningMessageBytes } = limits;
  let runningBytes = 0;

  return (connection, payload, requestId) => {
    if (connection.leaving) throw gatewayError('SHUTTING_DOWN', 'The hub is stopping; connect again');
    if (connection.operations >= maxOperationsPerSocket) {
      const message = `At most ${maxOperationsPerSocket} operations may run on one socket`;
      throw gatewayError('TOO_MANY_OPERATIONS', message);
    }
    const bytes = connection.receivedBytes;
    if (runningBytes + bytes > maxRunningMessageBytes) {
      throw gatewayError('TOO_MANY_OPERATIONS', 'Too much runs on sockets right now; try again later');
    }
    const operation = runner.prepare(fromBody(payload), connection.viewer, requestId);
    runningBytes += bytes;
    const signal = connection.started(payload, operation.parsed.type);
    signal.addEventListener('abort', () => (runningBytes -= bytes), { once: true });
    forget(payload);
    return { operation, context: { viewer: connection.viewer, requestId, signal } };
  };
}

/** graphql-ws keeps the message as long as its operation runs; all we need of it is prepared. */
function forget(payload: { query?: unknown; variables?: unknown; extensions?: unknown }): void {
  payload.query = '';
  payload.variables = null;
  delete payload.extensions;
}
