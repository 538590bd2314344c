import type { GraphQLError } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import { type Authenticate, isUnavailable } from '../authentication.js';
import type { MaskError } from '../operations/masking.js';
import { OperationRefused, type OperationRunner } from '../operations/run-operation.js';
import { type AcceptedOperation, type AcceptLimits, acceptOperations } from './accept-operations.js';
import type { SocketConnection } from './socket-connection.js';
import type { OnViewerEnd } from './viewer-end.js';

export interface ProtocolOptions extends AcceptLimits {
  readonly runner: OperationRunner;
  readonly authenticate: Authenticate;
  readonly onViewerEnd: OnViewerEnd;
  readonly mask: MaskError;
  readonly newRequestId: () => string;
}

type ConnectionParams = Record<string, unknown> | undefined;

/** GraphQL over WebSocket: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function socketProtocol(options: ProtocolOptions) {
  const { runner, mask, newRequestId } = options;
  const accept = acceptOperations(runner, options);

  return makeServer<ConnectionParams, SocketConnection>({
    onConnect: ({ extra, connectionParams }) => connect(extra, connectionParams, options),
    onSubscribe({ extra: connection }, _id, payload) {
      const requestId = newRequestId();
      try {
        return argumentsOf(accept(connection, payload, requestId));
      } catch (error) {
        return error instanceof OperationRefused
          ? (error.errors as GraphQLError[])
          : [mask(error, requestId)];
      }
    },
    execute: ({ contextValue }) => {
      const { operation, context } = contextValue as AcceptedOperation;
      return runner.execute(operation, context);
    },
    subscribe: ({ contextValue }) => {
      const { operation, context } = contextValue as AcceptedOperation;
      return runner.subscribe(operation, context);
    },
    // Without this, results would be copied and their errors formatted a second time.
    onNext: (_context, _id, _payload, _args, result) => result as never,
    onComplete: ({ extra: connection }, _id, payload) => connection.finished(payload),
  });
}

async function connect(
  connection: SocketConnection,
  params: ConnectionParams,
  { authenticate, onViewerEnd }: ProtocolOptions,
): Promise<boolean> {
  try {
    const viewer = await authenticate(authorizationIn(params) ?? connection.authorization);
    connection.accepted(
      viewer,
      onViewerEnd(viewer, () => connection.close(CloseCode.Forbidden, 'Forbidden')),
    );
    return true;
  } catch (error) {
    // Whoever cannot be recognised right now shall come again, not sign in again.
    if (isUnavailable(error)) connection.tryAgainLater();
    return false;
  }
}

/** What graphql-ws hands to `execute` and `subscribe`. */
function argumentsOf(accepted: AcceptedOperation) {
  const { document, name } = accepted.operation.parsed;
  return { schema: undefined as never, document, operationName: name ?? null, contextValue: accepted };
}

/** `{ authorization: 'Bearer …' }` as in HTTP, or `{ token: '…' }`. */
function authorizationIn(params: ConnectionParams): string | undefined {
  const { authorization, Authorization, token } = params ?? {};
  const header = authorization ?? Authorization;
  if (typeof header === 'string') return header;
  return typeof token === 'string' ? `Bearer ${token}` : undefined;
}
