export { closeSharedDatabases } from './close-shared-databases.js';
export { connectPostgres } from './connect-postgres.js';
export { ensureDatabase, type OwnedDatabase } from './ensure-database.js';
export type { PostgresLog } from './log.js';
export { makeFolder } from './make-folder.js';
export { PostgresError, type PostgresErrorCode } from './postgres-error.js';
export { type PostgresOptions, startPostgres } from './start-postgres.js';
export type { PostgresServer, ServerState } from './supervised-server.js';
