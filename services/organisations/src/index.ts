export { type GrantRoleInput, grantRole } from './commands/grant-role.js';
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
