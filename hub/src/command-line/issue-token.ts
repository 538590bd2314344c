import { PersonHasher } from '@coalition-hub/subgraph';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { openDataFolder } from '../data-folder/data-folder.js';
import { derivedSecret } from '../data-folder/secrets.js';
import { makeAdministrator } from '../identity/make-administrator.js';
import { withIdentity } from '../identity/with-identity.js';

export { isMailbox } from '@coalition-hub/subgraph';

export interface WantedToken {
  readonly email: string;
  readonly lifetimeSeconds: number;
  /** Whether it may not change anything, whatever the person may. */
  readonly readOnly: boolean;
  /** Whether to make the person an administrator too. */
  readonly administrator: boolean;
}

/** Needs the data folder and the database, whether or not a hub runs on it. */
export async function issueToken(
  config: Config,
  { email, administrator, ...wanted }: WantedToken,
): Promise<{ token: string; personId: string }> {
  if (administrator) await withServices(config, (running) => makeAdministrator(running, email));
  const { secrets } = await openDataFolder(config.dataDir);
  const personId = new PersonHasher(derivedSecret(secrets, 'mailbox hash')).personId(email);
  const token = await withIdentity(config, (identity) => identity.issueScriptToken(personId, wanted));
  return { token, personId };
}
