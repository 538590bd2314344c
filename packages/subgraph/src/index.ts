export type { Command, CommandInput } from './commands/command.js';
export type { CommandScope } from './commands/command-scope.js';
export { doneBy } from './commands/done-by.js';
export { ExpiredKeys, keysKeptDays } from './commands/expired-keys.js';
export type { CommandCaller } from './commands/run-command.js';
export type { Emit } from './commands/run-once.js';
export { BatchedRemoval } from './database/batched-removal.js';
export { Database, NewerDatabase, type Unit } from './database/database.js';
export type { KitTables } from './database/kit-tables.js';
export { type Placeholders, PreparedQuery } from './database/prepared-query.js';
export { isDatabaseGone } from './errors/database-errors.js';
export {
  badInput,
  Fault,
  type FaultCode,
  faultCodes,
  forbidden,
  unauthenticated,
  unavailable,
} from './errors/fault.js';
export { maskError } from './errors/mask-error.js';
export { IdempotencyKeyReused, InvalidInput, NotFound, Refusal, Refused, refuse } from './errors/refusal.js';
export { appendUpdates, type NewUpdate } from './feed/append-updates.js';
export { facts } from './feed/facts.js';
export { openFeedCursor, sealFeedCursor } from './feed/feed-cursor.js';
export type { FeedTable } from './feed/feed-table.js';
export { FeedUpdate, type UpdateRow } from './feed/feed-update.js';
export { type Followed, followUpdates } from './feed/follow-updates.js';
export type { Follower } from './feed/follower.js';
export { type FeedReader, type FeedTiming, type Following, UpdateFeed } from './feed/update-feed.js';
export {
  type Sequenced,
  type UpdateSource,
  updateColumns,
  updatedTo,
  updatesAfter,
  updatesPerPage,
} from './feed/update-source.js';
export { type CheckedOperation, checkOperation, limitsFor } from './limits/check-operation.js';
export type { OperationLimits } from './limits/operation-limits.js';
export { changesOfOnePerson, type Pace, Paces } from './limits/paces.js';
export { groupsByKey, rowsByKey } from './loaders/rows-by-key.js';
export { isUuid } from './loaders/uuid.js';
export { createLog, type Log, silentLog } from './log/log.js';
export { followInOrder } from './merging/follow-in-order.js';
export { holdMerges, takeMerges } from './merging/merge-lock.js';
export { mergedOrganisationTable } from './merging/merged-organisation-table.js';
export { mergesProjection, type OrganisationMerge } from './merging/merges-projection.js';
export { asSurvivors, survivorsOf } from './merging/survivors.js';
export {
  type CachingOptions,
  type FindGatewayKey,
  gatewayKeysAt,
  gatewayKeysOf,
} from './message-signatures/gateway-keys.js';
export { ExpiredNonces, Nonces, noncesKeptSeconds } from './message-signatures/nonces.js';
export { keyPeriodDays, rotatingKeys, type SigningKeys } from './message-signatures/rotating-keys.js';
export { type SigningKey, signingKeyOf } from './message-signatures/signing-key.js';
export {
  type Addressing,
  type Fields,
  type SocketFields,
  type SubgraphCredentials,
  subgraphCredentials,
} from './message-signatures/subgraph-credentials.js';
export { KIT_LOCKS, RETENTION_LOCK } from './outbox/advisory-locks.js';
export type { NewEvent } from './outbox/new-event.js';
export { ConnectionOf, CountedConnectionOf, EdgeOf, PageInfo } from './paging/connection-types.js';
export { CursorSealer, type CursorValues } from './paging/cursor.js';
export { type KeyColumn, type Keyset, pageOf } from './paging/keyset.js';
export { type ListOrder, Page } from './paging/page.js';
export { PageArgs, pageSize } from './paging/page-args.js';
export { type ChildRow, PageLoader, type PageRequest, type PageSource } from './paging/page-loader.js';
export { pagesByParent, pagesQuery } from './paging/pages-by-parent.js';
export { type RootList, rootPage } from './paging/root-page.js';
export { erasePerson } from './personal/erase-person.js';
export { erasedPerson } from './personal/erased-audit.js';
export { type HeldAbout, heldAbout } from './personal/held-about.js';
export type { PersonColumn } from './personal/person-column.js';
export { type PersonalKey, PersonalKeyGone, type PersonalKeys } from './personal/personal-keys.js';
export { holdPersonalKeys } from './personal/personal-keys-lock.js';
export { PersonalSealer } from './personal/personal-sealer.js';
export {
  outdatedTexts,
  type Rewrapped,
  type Transactions as AnyTransactions,
} from './personal/rewrap-column.js';
export { type RewrapOptions, rewrapTexts, TextsHeld } from './personal/rewrap-texts.js';
export type { SealedColumn } from './personal/sealed-column.js';
export { anyone, type FieldPolicy, mayChange, Policy, signedIn } from './policies/policy.js';
export type { Projection } from './projections/projection.js';
export type { CoalitionPermissions } from './rights/coalition-permissions.js';
export { isInForce } from './rights/in-force.js';
export { readRights } from './rights/read-rights.js';
export { type CoalitionRoleRight, type MandateRight, Rights } from './rights/rights.js';
export { buildSchema, type SubgraphSchema } from './schema/build-schema.js';
export { Deferred } from './schema/deferred.js';
export type { Reference, References } from './schema/reference.js';
export { DateScalar, DateTimeScalar } from './schema/scalars.js';
export { type HttpOptions, type HttpServer, serveHttp } from './server/http-server.js';
export { RequestContext } from './server/request-context.js';
export { Service, type ServiceEnvironment } from './server/service.js';
export { Subgraph } from './server/subgraph.js';
export type { Reads, ServiceParts, SubgraphDefinition, Tools } from './server/subgraph-definition.js';
export type { SubgraphEndpoint, SubgraphRequest } from './server/subgraph-endpoint.js';
export { chooseSlug } from './text/choose-slug.js';
export { cleanLine, cleanText, type TextRule } from './text/clean-text.js';
export { isSlug, numberedSlug, slugEndingIn, slugOf } from './text/slug.js';
export { type Clock, systemClock } from './time/clock.js';
export { type Random, seededRandom, systemRandom } from './time/random.js';
export { foldTotals, type TotalsTable } from './totals/fold-totals.js';
export {
  type ClientTokenClaims,
  clientKeyMark,
  issueClientToken,
  verifyClientToken,
} from './viewer/client-token.js';
export { isMailbox, normalisedMailbox, PersonHasher } from './viewer/person-hasher.js';
export { issueSubgraphToken, verifySubgraphToken } from './viewer/subgraph-token.js';
export { generateTokenKey, importTokenKeys, type TokenKeys } from './viewer/token-keys.js';
export { scopesIn, type Viewer, writing } from './viewer/viewer.js';
