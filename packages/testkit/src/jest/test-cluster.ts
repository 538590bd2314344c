import { startPostgres } from '@coalition-hub/postgres';
import { createGuardedFolder } from './guarded-folder.js';

/** A PostgreSQL for one run of the tests, in a folder of its own that goes with it. */
export interface TestCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a crash of the machine would lose is of no use here. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts a cluster that ends with this process, even when it is killed. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await createGuardedFolder();
  try {
    const server = await startPostgres({ dataDir: folder.path, settings: QUICK });
    const stop = async () => {
      await server.stop();
      await folder.remove();
    };
    return { url: server.url, stop };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
