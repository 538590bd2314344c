export { coalitionPermissions } from './policies/coalition-permissions.js';
export { type StatementSeed, seedDigest, seedStatements } from './seed/seed-statements.js';
export { definition, startStatements } from './server.js';
export { AddresseeKind } from './types/addressee-kind.js';
