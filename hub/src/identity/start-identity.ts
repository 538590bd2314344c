import { Identity } from '@coalition-hub/identity';
import { ensureDatabase } from '@coalition-hub/postgres';
import { type Clock, type Log, PersonHasher, type Random } from '@coalition-hub/subgraph';
import { explainDatabaseError } from '../assembly/explain-database-error.js';
import type { DataFolder } from '../data-folder/data-folder.js';
import { derivedSecret } from '../data-folder/secrets.js';

export interface IdentitySurroundings {
  readonly adminUrl: string;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const poolSize = 8;

/** Also the name of the role that owns it, and the only one that may connect to it. */
export const identityDatabase = 'hub_identity';

/** The service in this process, on a database of its own; its secrets are derived from the data folder's. */
export async function startIdentity(surroundings: IdentitySurroundings): Promise<Identity> {
  const { adminUrl, folder } = surroundings;
  const secret = (purpose: string) => derivedSecret(folder.secrets, purpose);
  const databaseUrl = await ensureDatabase(adminUrl, {
    database: identityDatabase,
    role: identityDatabase,
    password: secret('database password of identity').toString('base64url'),
  }).catch((error: unknown) => {
    throw explainDatabaseError(error, adminUrl);
  });
  return Identity.start({
    ...surroundings,
    databaseUrl,
    poolSize,
    persons: new PersonHasher(secret('mailbox hash')),
    secrets: {
      cookies: secret('cookies'),
      oidcAttempts: secret('oidc attempts'),
      tokenKeys: secret('token keys'),
      attempts: secret('attempts'),
      administratorLinks: secret('administrator links'),
    },
    firstTokenKey: folder.secrets.tokenKey,
  });
}
