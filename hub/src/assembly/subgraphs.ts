import { type EventLog, InProcessBus } from '@coalition-hub/bus';
import { startEvents } from '@coalition-hub/events';
import { startOrganisations } from '@coalition-hub/organisations';
import { ensureDatabase } from '@coalition-hub/postgres';
import { startSignatories } from '@coalition-hub/signatories';
import { startStatements } from '@coalition-hub/statements';
import {
  type Clock,
  type Log,
  PersonHasher,
  type Random,
  type ServiceEnvironment,
} from '@coalition-hub/subgraph';
import { type DataFolder } from '../data-folder/data-folder.js';
import { FollowedKeys } from '../data-folder/followed-keys.js';
import { PersonalKeyFile } from '../data-folder/personal-keys.js';
import { derivedSecret } from '../data-folder/secrets.js';
import { explainDatabaseError } from './explain-database-error.js';

const starters = {
  organisations: startOrganisations,
  statements: startStatements,
  signatories: startSignatories,
  events: startEvents,
} as const;

export type ServiceName = keyof typeof starters;

export const serviceNames = Object.keys(starters) as readonly ServiceName[];

export type Subgraphs = { readonly [Name in ServiceName]: Awaited<ReturnType<(typeof starters)[Name]>> };

export interface RunningSubgraphs {
  readonly subgraphs: Subgraphs;
  readonly persons: PersonHasher;
  readonly personalKeys: FollowedKeys;
  stop(): Promise<void>;
}

export interface SubgraphsEnvironment {
  readonly adminUrl: string;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Connections that each service keeps at most. */
const poolSize = 12;

/** All four services in this process, each on a database of its own, with a bus between them. */
export async function startSubgraphs(environment: SubgraphsEnvironment): Promise<RunningSubgraphs> {
  const bus = new InProcessBus({
    report: (failure) => environment.log.warn(failure, 'an event could not be handled yet'),
  });
  const persons = new PersonHasher(derivedSecret(environment.folder.secrets, 'mailbox hash'));
  const personalKeys = await FollowedKeys.follow(new PersonalKeyFile(environment.folder.path));
  const started = await Promise.allSettled(
    serviceNames.map((name) => startService(name, { ...environment, bus, persons, personalKeys })),
  );
  const running = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await stopAll(running, bus);
    personalKeys.stop();
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const subgraphs = Object.fromEntries(
    running.map((subgraph) => [subgraph.name, subgraph]),
  ) as unknown as Subgraphs;
  return { subgraphs, persons, personalKeys, stop };
}

type AnySubgraph = Subgraphs[ServiceName];

async function startService(
  name: ServiceName,
  environment: SubgraphsEnvironment &
    Pick<ServiceEnvironment, 'persons' | 'personalKeys'> & { bus: InProcessBus },
): Promise<AnySubgraph> {
  const { adminUrl, folder, bus } = environment;
  const password = derivedSecret(folder.secrets, `database password of ${name}`).toString('base64url');
  const databaseUrl = await ensureDatabase(adminUrl, {
    database: databaseOf(name),
    role: databaseOf(name),
    password,
  }).catch((error: unknown) => {
    throw explainDatabaseError(error, adminUrl);
  });
  const cursorSecret = derivedSecret(folder.secrets, `cursors of ${name}`);
  const attachLog = (log: EventLog) => bus.attach(name, log);
  return starters[name]({ ...environment, databaseUrl, poolSize, cursorSecret, attachLog });
}

/** Also the name of the role that owns it, and the only one that may connect to it. */
export function databaseOf(name: ServiceName): string {
  return `hub_${name}`;
}

async function stopAll(running: readonly AnySubgraph[], bus: InProcessBus): Promise<void> {
  await Promise.all(running.map(({ service }) => service.projections.stop()));
  await bus.close();
  await Promise.all(running.map(({ service }) => service.stop()));
}
