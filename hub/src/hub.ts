import { type Gateway, startGateway } from '@coalition-hub/gateway';
import { readContract } from '@coalition-hub/schema';
import {
  type Clock,
  checkOperation,
  DateScalar,
  DateTimeScalar,
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
import { explainListenError } from './assembly/explain-listen-error.js';
import { LateEndpoint } from './assembly/late-endpoint.js';
import { HubMetrics } from './assembly/metrics.js';
import { probePort } from './assembly/probe-port.js';
import { HubReadiness } from './assembly/readiness.js';
import { promptStop, Shutdown } from './assembly/shutdown.js';
import { type RunningSubgraphs, serviceNames, startSubgraphs } from './assembly/subgraphs.js';
import type { Config } from './config.js';
import { type DataFolder, openDataFolder } from './data-folder/data-folder.js';
import { gatewayKeys } from './data-folder/gateway-keys.js';
import { readRegisteredDocuments } from './documents/registered-documents.js';
import { openGuests } from './guests/open-guests.js';
import type { GuestReport } from './guests/take-up-guests.js';
import { loadSample } from './sample/load-sample.js';

export interface HubOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Gives up a start that is no longer wanted, between two of its steps. */
  readonly signal?: AbortSignal;
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
 * @throws HubError, PostgresError, PortInUse, NewerDatabase: each one plain sentence; the signal's reason
 */
export async function startHub({
  config,
  log,
  clock = systemClock,
  random = systemRandom,
  signal = new AbortController().signal,
}: HubOptions): Promise<Hub> {
  await probePort(config);
  const folder = await openDataFolder(config.dataDir);
  const shutdown = new Shutdown(promptStop);
  const readiness = new HubReadiness();
  const metrics = new HubMetrics();
  const endpoints = serviceNames.map((name) => new LateEndpoint(name));
  try {
    const door = shutdown.owns(
      'door',
      await openFrontDoor({ config, log, clock, random, folder, readiness, metrics, endpoints }),
    );
    signal.throwIfAborted();
    const server = shutdown.owns('server', await openDatabaseServer(config, log, { exclusive: true }));
    signal.throwIfAborted();
    const environment = { adminUrl: server.adminUrl, folder, clock, random, log };
    const running = shutdown.owns('subgraphs', await startSubgraphs(environment));
    for (const endpoint of endpoints)
      endpoint.arrive(running.subgraphs[endpoint.name as keyof typeof running.subgraphs]);
    signal.throwIfAborted();
    if (config.sampleData) await loadSample(running, clock, log);
    metrics.watch(running.subgraphs);
    readiness.serve(running.subgraphs);
    return { url: config.publicUrl ?? door.url, running, stop: () => stopHub(readiness, shutdown) };
  } catch (error) {
    await shutdown
      .run()
      .catch((failure: unknown) => log.error({ err: failure }, 'not everything stopped cleanly'));
    throw error;
  }
}

interface FrontDoor extends Required<Omit<HubOptions, 'signal'>> {
  readonly folder: DataFolder;
  readonly readiness: HubReadiness;
  readonly metrics: HubMetrics;
  readonly endpoints: readonly LateEndpoint[];
}

async function openFrontDoor(door: FrontDoor): Promise<Gateway> {
  const { config, log, clock, random, folder, readiness, metrics, endpoints } = door;
  const contract = await readContract();
  const guests = await openGuests(config.guests, contract, { folder, clock });
  tellOfGuests(guests.reports, log);
  const documents = await readRegisteredDocuments(config);
  const { publicKey } = await importTokenKeys(folder.secrets.tokenKey);
  return startGateway({
    host: config.host,
    port: config.port,
    supergraphSdl: guests.supergraph,
    subgraphs: {
      ...guests.subgraphs,
      ...Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, { endpoint }])),
    },
    credentials: guests.credentials,
    publicKeys: gatewayKeys(folder.secrets, clock).publicKeys,
    verifyToken: (token) => verifyClientToken(publicKey, token, clock),
    checkOperation: (schema, document, variables, operationName, viewer) =>
      checkOperation({ schema, document, variables, operationName }, limitsFor(viewer)),
    documents,
    scalars: [DateScalar, DateTimeScalar],
    ready: () => readiness.check(),
    metrics: () => metrics.text(),
    development: config.graphiql,
    origins: config.origins,
    overTls: config.publicUrl?.startsWith('https:') ?? false,
    newRequestId: () => random.uuid('request'),
    log,
    publicErrorCodes: faultCodes,
  }).catch((error: unknown) => {
    throw explainListenError(error, config);
  });
}

/** A guest never keeps the hub from starting; whoever runs the hub reads here why it is not there. */
function tellOfGuests(reports: readonly GuestReport[], log: Log): void {
  for (const { guest, takenUp, fromCache, remarks } of reports) {
    const told = { guest: guest.name, remarks };
    if (!takenUp) log.warn(told, 'a guest was left out');
    else if (fromCache) log.warn(told, 'a guest is down; it is taken up as it was last');
    else log.info(told, 'a guest was taken up');
  }
}

async function stopHub(readiness: HubReadiness, shutdown: Shutdown): Promise<void> {
  readiness.stopping();
  await shutdown.run();
}
