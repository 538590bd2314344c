import { administratorLink } from './administrator-link.js';
import type { HubCommand } from './command.js';
import { compose } from './compose.js';
import { documents } from './documents.js';
import { erasePerson } from './erase-person.js';
import { exportStatement } from './export.js';
import { exportMembers } from './export-members.js';
import { exportPerson } from './export-person.js';
import { guests } from './guests.js';
import { importOrganisations } from './import-organisations.js';
import { importSignatures } from './import-signatures.js';
import { rebuildProjections } from './rebuild-projections.js';
import { retention } from './retention.js';
import { rotatePersonalKeys } from './rotate-personal-keys.js';
import { rotateTokenKeys } from './rotate-token-keys.js';
import { seed } from './seed.js';
import { start } from './start.js';
import { token } from './token.js';

/** In the order in which people meet them. */
export const commands: readonly HubCommand[] = [
  start,
  token,
  administratorLink,
  importOrganisations,
  importSignatures,
  exportStatement,
  exportMembers,
  seed,
  rebuildProjections,
  exportPerson,
  erasePerson,
  retention,
  rotatePersonalKeys,
  rotateTokenKeys,
  guests,
  documents,
  compose,
];
