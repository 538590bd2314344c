import { Refusal, Rights, type Service } from '@coalition-hub/subgraph';
import type { Loaders, OrganisationsTools } from '../context.js';
import type { Tables } from '../entities/tables.js';
import { NothingToImport } from './nothing-to-import.js';
import { registerManyCommand } from './register-many-command.js';
import type { RegistryImport, RegistryImported } from './registry-import.js';

/**
 * Enters a list into the registry in one transaction: organisations that are new, names under which known ones were
 * printed, and memberships; all of it, or nothing. The same list again changes nothing, and lists that are entered at
 * the same time come one after the other.
 *
 * @param requestId stands in the audit entry
 * @returns a refusal where a coalition cannot be made, or an organisation is named that does not exist
 */
export async function registerMany(
  service: Service<Tables, Loaders, OrganisationsTools>,
  list: RegistryImport,
  requestId: string,
): Promise<RegistryImported | Refusal> {
  const answer = await service.run(registerManyCommand, list, {
    personId: 'owner of the data folder',
    requestId,
    rights: Rights.owner,
  });
  if (answer instanceof NothingToImport) return answer.imported;
  return answer instanceof Refusal ? answer : answer.imported;
}
