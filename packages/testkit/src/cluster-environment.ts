import { randomUUID } from 'node:crypto';

/** Where the tests of this run find their PostgreSQL. */
export interface ClusterEnvironment {
  /** The superuser's connection string. */
  readonly url: string;
  /** Tells this run's templates from those of earlier runs. */
  readonly run: string;
  /** What is made once per run and is no database is kept in it. */
  readonly folder: string;
}

const URL_NAME = 'TEST_POSTGRES_URL';
const RUN_NAME = 'TEST_RUN';
const FOLDER_NAME = 'TEST_RUN_FOLDER';

/** A PostgreSQL that was there before the run, if the caller gave one. */
export function givenCluster(): string | undefined {
  return process.env[URL_NAME];
}

/** Hands a cluster and the run's folder on to the processes that run the tests. */
export function announceCluster(url: string, folder: string): void {
  process.env[URL_NAME] = url;
  process.env[FOLDER_NAME] = folder;
  process.env[RUN_NAME] = randomUUID();
}

/** @throws Error when the run was not started through Jest's global setup */
export function clusterEnvironment(): ClusterEnvironment {
  const url = process.env[URL_NAME];
  const run = process.env[RUN_NAME];
  const folder = process.env[FOLDER_NAME];
  if (url === undefined || run === undefined || folder === undefined)
    throw new Error('No test cluster: run the tests through Jest');
  return { url, run, folder };
}
