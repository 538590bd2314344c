import { grantRole, PersonRole } from '@coalition-hub/organisations';
import { Refusal, Rights, systemRandom } from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';

/** Harmless when repeated. */
export async function makeAdministrator(
  { subgraphs, persons }: RunningSubgraphs,
  email: string,
): Promise<void> {
  const answer = await subgraphs.organisations.service.run(
    grantRole(persons),
    { email, role: PersonRole.ADMINISTRATOR },
    { personId: 'owner of the data folder', requestId: systemRandom.uuid('request'), rights: Rights.owner },
  );
  if (answer instanceof Refusal && answer.code !== 'ROLE_HELD') throw new HubError(answer.message);
}

/** Whether anybody is an administrator of this hub. */
export async function anyAdministrator({ subgraphs }: RunningSubgraphs): Promise<boolean> {
  const found = await subgraphs.organisations.service.database.reads
    .selectFrom('role')
    .select('id')
    .where('role', '=', PersonRole.ADMINISTRATOR)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
