import { type Gateway, startGateway } from '@coalition-hub/gateway';
import { readContract } from '@coalition-hub/schema';
import {
  type Clock,
  checkOperation,
  faultCodes,
  importTokenKeys,
  type Log,
  limitsFor,
  type Random,
  systemClock,
  systemRandom,
  verifyClientToken,
} from '@coalition-hub/subgraph';
import { openDatabaseServer } from './assembly/database-server.js';
import { LateEndpoint } from './assembly/late-endpoint.js';
import { HubMetrics } from './assembly/metrics.js';
import { HubReadiness } from './assembly/readiness.js';
import { Shutdown } from './assembly/shutdown.js';
import { type RunningSubgraphs, serviceNames, startSubgraphs } from './assembly/subgraphs.js';
import type { Config } from './config.js';
import { type DataFolder, openDataFolder } from './data-folder/data-folder.js';
import { loadSample } from './sample/load-sample.js';

export interface HubOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
}

export interface Hub {
  readonly url: string;
  readonly running: RunningSubgraphs;
  /** Refuses new work, lets open requests finish, closes sockets with 1001; within 5 s. */
  stop(): Promise<void>;
}

/**
 * The whole hub in one process. The front door opens first, so that health checks get an answer and a taken port is
 * found before any work is done.
 * @throws HubError, PostgresError, PortInUse, NewerDatabase: each one plain sentence
 */
export async function startHub({
  config,
  log,
  clock = systemClock,
  random = systemRandom,
}: HubOptions): Promise<Hub> {
  const folder = await openDataFolder(config.dataDir);
  const shutdown = new Shutdown();
  const readiness = new HubReadiness();
  const metrics = new HubMetrics();
  const endpoints = serviceNames.map((name) => new LateEndpoint(name));
  try {
    const door = shutdown.owns(
      'door',
      await openFrontDoor({ config, log, clock, random, folder, readiness, metrics, endpoints }),
    );
    const server = shutdown.owns('server', await openDatabaseServer(config, log, { exclusive: true }));
    const environment = { adminUrl: server.adminUrl, folder, clock, random, log };
    const running = shutdown.owns('subgraphs', await startSubgraphs(environment));
    for (const endpoint of endpoints)
      endpoint.arrive(running.subgraphs[endpoint.name as keyof typeof running.subgraphs]);
    if (config.sampleData) await loadSample(running, clock, log);
    metrics.watch(running.subgraphs);
    readiness.serve(running.subgraphs);
    return { url: config.publicUrl ?? door.url, running, stop: () => stopHub(readiness, shutdown) };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

interface FrontDoor extends Required<HubOptions> {
  readonly folder: DataFolder;
  readonly readiness: HubReadiness;
  readonly metrics: HubMetrics;
  readonly endpoints: readonly LateEndpoint[];
}

async function openFrontDoor(door: FrontDoor): Promise<Gateway> {
  const { config, log, clock, random, folder, readiness, metrics, endpoints } = door;
  const { supergraph } = await readContract();
  const { publicKey } = await importTokenKeys(folder.secrets.tokenKey);
  return startGateway({
    host: config.host,
    port: config.port,
    supergraphSdl: supergraph,
    subgraphs: Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, { endpoint }])),
    verifyToken: (token) => verifyClientToken(publicKey, token, clock),
    checkOperation: (schema, document, variables, operationName, viewer) =>
      checkOperation({ schema, document, variables, operationName }, limitsFor(viewer)),
    ready: () => readiness.check(),
    metrics: () => metrics.text(),
    development: config.graphiql,
    newRequestId: () => random.uuid('request'),
    log,
    publicErrorCodes: faultCodes,
  });
}

async function stopHub(readiness: HubReadiness, shutdown: Shutdown): Promise<void> {
  readiness.stopping();
  await shutdown.run();
}
