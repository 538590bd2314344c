export { type GrantRoleInput, grantRole } from './commands/grant-role.js';
export { revokeMandate } from './commands/revoke-mandate.js';
export { revokeRole } from './commands/revoke-role.js';
export type { PrintedBody, Stay } from './imports/printed-body.js';
export { registerMany } from './imports/register-many.js';
export type { RegistryImport, RegistryImported } from './imports/registry-import.js';
export { type Names, type Renaming, withRenaming } from './imports/renaming.js';
export { type MemberAsOf, membersAsOf } from './loaders/members-as-of.js';
export { compareNames, type LocatedName } from './matching/compare-names.js';
export { keyedName } from './matching/keyed-name.js';
export { type Match, matchOrganisations, type PrintedOrganisation } from './matching/match-organisations.js';
export { searchKeysOf } from './matching/search-keys.js';
export { SimilarityReason, sentenceFor } from './matching/similarity-reason.js';
export { coalitionPermissions } from './policies/coalition-permissions.js';
export { expiredRows, type Retained, removeExpired } from './retention/retention.js';
export {
  type CoalitionLifeSeed,
  type RoleTermSeed,
  seedCoalitionLife,
  type WorkingGroupMemberSeed,
  type WorkingGroupSeed,
} from './seed/seed-coalition-life.js';
export {
  type CoalitionSeed,
  type MembershipSeed,
  type OrganisationSeed,
  type RegistrySeed,
  regionOfCountry,
  seedRegistry,
} from './seed/seed-registry.js';
export { definition, startOrganisations } from './server.js';
export { PersonRole } from './types/viewer.js';
