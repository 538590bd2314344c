import { type Acquisition, acquireServer } from './acquire-server.js';
import { openDataFolder } from './data-folder.js';
import { initialiseCluster } from './initialise-cluster.js';
import { findInstallation } from './installation.js';
import { type PostgresLog, silentLog } from './log.js';
import { isDurable } from './server-settings.js';
import { type PostgresServer, type ServerState, SupervisedServer } from './supervised-server.js';

/** How to start PostgreSQL. */
export interface PostgresOptions {
  /** The folder for everything that lasts; made when missing. */
  dataDir: string;
  /** The loopback port; 0 or none chooses a free one below 32768. */
  port?: number;
  /** Settings of PostgreSQL that override the defaults, by their names in postgresql.conf. */
  settings?: Record<string, string>;
  log?: PostgresLog;
  /** Told when the server died and when it is back; not told of the first start, nor of `stop()`. */
  onStateChange?: (state: ServerState) => void;
  /**
   * Whether to refuse a data folder that another hub works with; true unless said otherwise. With false such a
   * server is used as it is: not watched, and left running by `stop()`.
   */
  exclusive?: boolean;
}

/**
 * Brings up the PostgreSQL of a data folder, and keeps it up: makes the cluster at the first start, takes over a
 * server that a killed hub left running, and restarts one that dies. No hook is installed on the process's exit:
 * whoever starts it calls `stop()`, and a hub that is killed leaves a server for the next one.
 *
 * @throws PostgresError in one plain sentence that says what to do; its `code` tells the cases apart
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { settings = {}, log = silentLog, onStateChange = () => undefined, exclusive = true } = options;
  const [folder, installation] = await Promise.all([openDataFolder(options.dataDir), findInstallation()]);
  await initialiseCluster(folder, installation, isDurable(settings));
  const acquisition: Acquisition = {
    folder,
    installation,
    port: options.port || null,
    settings,
    exclusive,
    log,
    signal: new AbortController().signal,
  };
  return new SupervisedServer(await acquireServer(acquisition), acquisition, onStateChange);
}
