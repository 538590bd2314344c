export { type GrantRoleInput, grantRole } from './commands/grant-role.js';
export { definition, startOrganisations } from './server.js';
export { PersonRole } from './types/viewer.js';
