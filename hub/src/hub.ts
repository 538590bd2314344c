import { faultOf } from '@coalition-hub/bus';
import { type Gateway, startGateway } from '@coalition-hub/gateway';
import type { Identity, RunningDesk } from '@coalition-hub/identity';
import { readContract } from '@coalition-hub/schema';
import {
  type Clock,
  checkOperation,
  faultCodes,
  type Log,
  limitsFor,
  type Random,
  systemClock,
  systemRandom,
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
import { openGuests } from './guests/open-guests.js';
import type { GuestReport } from './guests/take-up-guests.js';
import { frontDesk } from './identity/front-desk.js';
import { LateIdentity } from './identity/late-identity.js';
import { anyAdministrator } from './identity/make-administrator.js';
import { type IdentitySurroundings, startIdentity } from './identity/start-identity.js';
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
  readonly identity: Identity;
  /** For whoever started it, and nobody else: links that open doors. */
  readonly notices: readonly string[];
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
  const late = new LateIdentity();
  const readiness = new HubReadiness(late);
  const metrics = new HubMetrics();
  const endpoints = serviceNames.map((name) => new LateEndpoint(name));
  try {
    const door = shutdown.owns(
      'door',
      await openFrontDoor({ config, log, clock, random, folder, late, readiness, metrics, endpoints }),
    );
    signal.throwIfAborted();
    const server = shutdown.owns('server', await openDatabaseServer(config, log, { exclusive: true }));
    signal.throwIfAborted();
    const environment = { adminUrl: server.adminUrl, folder, clock, random, log };
    const { running, identity } = await startServices(environment, shutdown);
    const desk = identity.openFrontDesk(frontDesk(config, running));
    late.arrive(identity, desk);
    for (const endpoint of endpoints)
      endpoint.arrive(running.subgraphs[endpoint.name as keyof typeof running.subgraphs]);
    signal.throwIfAborted();
    if (config.sampleData) await loadSample(running, clock, log);
    metrics.watch(running.subgraphs);
    const notices = await noticesOf(identity, desk, running);
    readiness.serve(running.subgraphs);
    warmUp(desk, log);
    const url = config.publicUrl ?? door.url;
    return { url, running, identity, notices, stop: () => stopHub(readiness, shutdown) };
  } catch (error) {
    await shutdown
      .run()
      .catch((failure: unknown) => log.error({ err: failure }, 'not everything stopped cleanly'));
    throw error;
  }
}

/** Both begin at once; whichever fails, what has begun is stopped with the rest. */
async function startServices(environment: IdentitySurroundings, shutdown: Shutdown) {
  const [running, identity] = await Promise.allSettled([
    startSubgraphs(environment).then((started) => shutdown.owns('subgraphs', started)),
    startIdentity(environment).then((started) => shutdown.owns('identity', started)),
  ]);
  if (running.status === 'rejected') throw running.reason;
  if (identity.status === 'rejected') throw identity.reason;
  return { running: running.value, identity: identity.value };
}

/** What the owner of the hub reads at a start, and nobody else may. */
async function noticesOf(
  { administratorLinks }: Identity,
  desk: RunningDesk,
  running: RunningSubgraphs,
): Promise<readonly string[]> {
  const key = (await anyAdministrator(running)) ? null : await administratorLinks.first();
  return [
    ...(key === null
      ? []
      : [`Become administrator with this link; it works once: ${desk.administratorUrl(key)}`]),
    ...(desk.mailboxUrl === null ? [] : [`Mails stay here, as SMTP_URL is not set: ${desk.mailboxUrl}`]),
  ];
}

/** Once the hub is ready: sign-in loads slowly, and waits for it when it is asked for sooner. */
function warmUp(desk: RunningDesk, log: Log): void {
  setImmediate(() => {
    desk
      .warmUp()
      .catch((error: unknown) => log.error({ fault: faultOf(error) }, 'sign-in could not be loaded'));
  });
}

interface FrontDoor extends Required<Omit<HubOptions, 'signal'>> {
  readonly folder: DataFolder;
  readonly late: LateIdentity;
  readonly readiness: HubReadiness;
  readonly metrics: HubMetrics;
  readonly endpoints: readonly LateEndpoint[];
}

async function openFrontDoor(door: FrontDoor): Promise<Gateway> {
  const { config, log, clock, random, folder, late, readiness, metrics, endpoints } = door;
  const contract = await readContract();
  const guests = await openGuests(config.guests, contract, { folder, clock });
  tellOfGuests(guests.reports, log);
  const keys = gatewayKeys(folder.secrets, clock);
  return startGateway({
    host: config.host,
    port: config.port,
    supergraphSdl: guests.supergraph,
    subgraphs: {
      ...guests.subgraphs,
      ...Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, { endpoint }])),
    },
    credentials: guests.credentials,
    publicKeys: () => ({ keys: [...keys.publicKeys().keys, ...late.publicKeys()] }),
    verifyToken: (token) => late.verifyToken(token),
    endedSessions: late,
    elsewhere: late.answer,
    checkOperation: (schema, document, variables, operationName, viewer) =>
      checkOperation({ schema, document, variables, operationName }, limitsFor(viewer)),
    ready: () => readiness.check(),
    metrics: () => metrics.text(),
    development: config.graphiql,
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
