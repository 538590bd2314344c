import { grantRole, PersonRole } from '@coalition-hub/organisations';
import {
  importTokenKeys,
  issueClientToken,
  PersonHasher,
  Refusal,
  Rights,
  systemClock,
  systemRandom,
  writing,
} from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { openDataFolder } from '../data-folder/data-folder.js';
import { derivedSecret } from '../data-folder/secrets.js';
import { HubError } from '../hub-error.js';

export { isMailbox } from '@coalition-hub/subgraph';

export interface WantedToken {
  readonly email: string;
  readonly lifetimeSeconds: number;
  /** Whether to make the person an administrator too. */
  readonly administrator: boolean;
}

/** Needs the data folder only; for an administrator also the database, whether or not a hub runs on it. */
export async function issueToken(
  config: Config,
  { email, lifetimeSeconds, administrator }: WantedToken,
): Promise<{ token: string; personId: string }> {
  if (administrator) await withServices(config, (running) => makeAdministrator(running, email));
  const { secrets } = await openDataFolder(config.dataDir);
  const personId = new PersonHasher(derivedSecret(secrets, 'mailbox hash')).personId(email);
  const { privateKey } = await importTokenKeys(secrets.tokenKey);
  const claims = { personId, sessionId: systemRandom.uuid('session'), scopes: [writing], lifetimeSeconds };
  return { token: await issueClientToken(privateKey, claims, systemClock), personId };
}

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
