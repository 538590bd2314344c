export type {
  Followed,
  FollowOptions,
  HubClientOptions,
  MutationOptions,
  PagingOptions,
  RequestOptions,
  UpdateOptions,
} from './client-options.js';
export type {
  AnyVariables,
  HubDocument,
  ResultIn,
  TypedDocument,
  TypedText,
  VariablesIn,
} from './documents/typed-document.js';
export type { ClientErrorCode } from './errors/error-codes.js';
export { HubError, type HubErrorDetails } from './errors/hub-error.js';
export {
  isSuccess,
  type Outcome,
  type RefusalOf,
  RefusedError,
  type SuccessOf,
  successOf,
} from './errors/refusals.js';
export type { TokenSource } from './http/authorization.js';
export {
  type CoalitionUpdate,
  type EventUpdate,
  HubClient,
  type StatementUpdate,
  type Updates,
} from './hub-client.js';
export type { MutationVariables } from './mutations/idempotency.js';
export * from './operations/coalitions.js';
export * from './operations/events.js';
export * from './operations/lists.js';
export * from './operations/organisations.js';
export * from './operations/statements.js';
export * from './operations/updates.js';
export type { Connection, PageVariables } from './paging/connection.js';
export { defaultRetry, type RetryPolicy } from './retry/retry-policy.js';
