import { CloseCode } from 'graphql-ws/client';
import { errorOfAnswer } from '../errors/graphql-errors.js';
import { HubError } from '../errors/hub-error.js';

/** A close event of a WebSocket, real or made by graphql-ws. */
interface Closing {
  readonly code: number;
  readonly reason: string;
}

/**
 * Closings after which a new socket may do better: the server goes away, restarts or is busy, the network broke, or a
 * handshake took too long (RFC 6455 §7.4.1, the IANA registry, graphql-ws).
 */
const passingCloses: ReadonlySet<number> = new Set([
  1000,
  1001,
  1005,
  1006,
  1012,
  1013,
  1014,
  CloseCode.ConnectionInitialisationTimeout,
  CloseCode.ConnectionAcknowledgementTimeout,
  // Said by graphql-ws itself of a socket that we gave up because it was silent.
  4499,
]);

/**
 * Why an operation on a socket ended.
 * @param reason what graphql-ws hands over: GraphQL errors, a close event, or another error
 * @param renewable whether another connection would bring another token, and this one was accepted at first
 */
export function socketFailure(reason: unknown, renewable: boolean): HubError {
  if (reason instanceof HubError) return reason;
  if (Array.isArray(reason)) return errorOfAnswer(reason);
  if (isClosing(reason)) return closingFailure(reason, renewable);
  return new HubError('NETWORK', 'The hub could not be reached, or the connection broke', { cause: reason });
}

function closingFailure({ code, reason }: Closing, renewable: boolean): HubError {
  if (code === CloseCode.Forbidden || code === CloseCode.Unauthorized) {
    return new HubError('UNAUTHENTICATED', 'The hub does not accept the token', { retryable: renewable });
  }
  const message = `The connection was closed: ${code} ${reason}`.trim();
  return passingCloses.has(code)
    ? new HubError('NETWORK', message)
    : new HubError('BAD_RESPONSE', message, { retryable: false });
}

function isClosing(reason: unknown): reason is Closing {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'reason' in reason;
}
