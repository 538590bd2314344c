import { type ClientErrorCode, isPassing } from './error-codes.js';

export interface HubErrorDetails {
  /** By which the hub’s operators find the request in their logs. */
  readonly requestId?: string | undefined;
  /** Where in the result it happened. */
  readonly path?: readonly (string | number)[] | undefined;
  readonly retryable?: boolean | undefined;
  /** How long the hub asks to wait, in ms. */
  readonly retryAfterMs?: number | undefined;
  /** What came beside the errors. */
  readonly partialData?: unknown;
  readonly cause?: unknown;
}

/**
 * Something went wrong on the way or on the hub’s side, or was forbidden. What the hub declines for a reason that a
 * person can meet is no error but a refusal: a value in the result.
 */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly requestId: string | undefined;
  readonly path: readonly (string | number)[] | undefined;
  /** Whether the same request may succeed a moment later. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly partialData: unknown;

  /** @param code stable; of the hub, or one of `ClientErrorCode` */
  constructor(
    readonly code: ClientErrorCode | (string & {}),
    message: string,
    details: HubErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.requestId = details.requestId;
    this.path = details.path;
    this.retryable = details.retryable ?? isPassing(code);
    this.retryAfterMs = details.retryAfterMs;
    this.partialData = details.partialData;
  }
}
