import type { Identity } from '@coalition-hub/identity';
import { createLog, systemClock, systemRandom } from '@coalition-hub/subgraph';
import { openDatabaseServer } from '../assembly/database-server.js';
import { Shutdown } from '../assembly/shutdown.js';
import type { Config } from '../config.js';
import { openDataFolder } from '../data-folder/data-folder.js';
import { startIdentity } from './start-identity.js';

/** Runs a command on the identity service alone, beside a running hub or without one. */
export async function withIdentity<T>(config: Config, work: (identity: Identity) => Promise<T>): Promise<T> {
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = createLog({ level, name: 'hub' }, process.stderr);
  const folder = await openDataFolder(config.dataDir);
  const shutdown = new Shutdown();
  try {
    const { adminUrl } = shutdown.owns('server', await openDatabaseServer(config, log, { exclusive: false }));
    const surroundings = { adminUrl, folder, clock: systemClock, random: systemRandom, log };
    return await work(shutdown.owns('identity', await startIdentity(surroundings)));
  } finally {
    await shutdown.run();
  }
}
