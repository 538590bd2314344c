import { createLog, systemClock, systemRandom } from '@coalition-hub/subgraph';
import type { Config } from '../config.js';
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.js';
import { openDatabaseServer } from './database-server.js';
import { Shutdown } from './shutdown.js';
import { type RunningSubgraphs, startSubgraphs } from './subgraphs.js';

/**
 * Runs a command on the services without serving them: beside a running hub, whose PostgreSQL it uses, or alone, and
 * then it brings PostgreSQL up and down itself.
 */
export async function withServices<T>(
  config: Config,
  work: (running: RunningSubgraphs, folder: DataFolder) => Promise<T>,
): Promise<T> {
  const log = createLog(
    { level: config.logLevel === 'info' ? 'warn' : config.logLevel, name: 'hub' },
    process.stderr,
  );
  const folder = await openDataFolder(config.dataDir);
  const shutdown = new Shutdown();
  try {
    const server = shutdown.owns('server', await openDatabaseServer(config, log, { exclusive: false }));
    const environment = { adminUrl: server.adminUrl, folder, clock: systemClock, random: systemRandom, log };
    return await work(shutdown.owns('subgraphs', await startSubgraphs(environment)), folder);
  } finally {
    await shutdown.run();
  }
}
