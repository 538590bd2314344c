import { type Bus, type EventLog, faultOf } from '@coalition-hub/bus';
import type { Command, CommandInput } from '../commands/command.js';
import { ExpiredKeys } from '../commands/expired-keys.js';
import { InputDigester } from '../commands/input-digester.js';
import { type CommandCaller, runCommand } from '../commands/run-command.js';
import { type Emit, runOnce } from '../commands/run-once.js';
import { Database, type Unit } from '../database/database.js';
import { tooOften, unavailable } from '../errors/fault.js';
import type { Refusal } from '../errors/refusal.js';
import { changesOfOnePerson, Paces } from '../limits/paces.js';
import type { Log } from '../log/log.js';
import { Outbox } from '../outbox/outbox.js';
import { CursorSealer } from '../paging/cursor.js';
import type { PersonalKeys } from '../personal/personal-keys.js';
import { PersonalSealer } from '../personal/personal-sealer.js';
import { ProjectionRunner } from '../projections/projection-runner.js';
import { oldestRights } from '../rights/oldest-rights.js';
import { rightsProjection, rightsProjectionName } from '../rights/rights-projection.js';
import type { Clock } from '../time/clock.js';
import type { Random } from '../time/random.js';
import type { PersonHasher } from '../viewer/person-hasher.js';
import type { ServiceParts, SubgraphDefinition, Tools } from './subgraph-definition.js';

/** What the composition root hands to a service. */
export interface ServiceEnvironment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly bus: Bus;
  /** Told where the service keeps its events, before the first one is relayed: for a bus that reads them there. */
  readonly attachLog?: (log: EventLog) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly persons: PersonHasher;
  readonly personalKeys: PersonalKeys;
  /** At least 32 random bytes, the same in every replica of this service. */
  readonly cursorSecret: Buffer;
  readonly log: Log;
}

/** How long a command waits for the projections that it decides by, in ms. */
const patienceForProjections = 2_000;

/** How long a request waits for a proof that rights are fresh, in ms. */
const patienceForRights = 1_000;

/** One running service: its database, its events in and out, its commands. Serves nothing by itself. */
export class Service<Tables, Loaders, OwnTools extends Tools> {
  private constructor(
    readonly definition: SubgraphDefinition<Tables, Loaders, OwnTools>,
    readonly parts: ServiceParts<Tables>,
    readonly tools: OwnTools,
    readonly outbox: Outbox,
    readonly projections: ProjectionRunner,
    private readonly digester: InputDigester,
    private readonly paces: Paces,
    private readonly started: AsyncDisposableStack,
  ) {}

  /** Opens and migrates the database, then starts relay and projections. */
  static async start<Tables, Loaders, OwnTools extends Tools>(
    definition: SubgraphDefinition<Tables, Loaders, OwnTools>,
    environment: ServiceEnvironment,
  ): Promise<Service<Tables, Loaders, OwnTools>> {
    const { databaseUrl, poolSize, bus, cursorSecret, clock, random, persons } = environment;
    const log = environment.log.child({ service: definition.name });
    await using started = new AsyncDisposableStack();
    const database = await openMigrated<Tables>(definition, databaseUrl, poolSize);
    started.defer(() => database.close());
    const sealer = new CursorSealer(cursorSecret);
    const outbox = new Outbox({
      stream: definition.name,
      db: database.reads,
      connectionString: databaseUrl,
      bus,
      report: (failure) => log.warn(failure, 'the relay failed and will try again'),
    });
    const personal = new PersonalSealer(cursorSecret, environment.personalKeys);
    const parts = { name: definition.name, database, sealer, clock, random, persons, personal, log, outbox };
    environment.attachLog?.(outbox);
    outbox.start();
    started.defer(() => outbox.stop());
    const tools = definition.createTools(parts);
    started.defer(async () => tools.stop?.());
    const projections = new ProjectionRunner({
      db: database.reads,
      bus,
      projections: [rightsProjection, ...definition.createProjections(tools, parts)],
      reportAfterCommit: (projection) => log.error({ projection }, 'telling of applied events failed'),
    });
    started.defer(() => projections.stop());
    await projections.start();
    const expiredKeys = new ExpiredKeys({
      database,
      report: (error) => log.warn({ fault: faultOf(error) }, 'expired idempotency keys were not removed'),
    });
    expiredKeys.start();
    started.defer(() => expiredKeys.stop());
    const digester = new InputDigester(cursorSecret);
    const paces = new Paces(clock);
    return new Service(definition, parts, tools, outbox, projections, digester, paces, started.move());
  }

  get database(): Database<Tables> {
    return this.parts.database;
  }

  get sealer(): CursorSealer {
    return this.parts.sealer;
  }

  /**
   * Counts what a person is about to do.
   * @returns to be called where nothing came of it
   * @throws Fault TOO_OFTEN
   */
  keepPace<Input>(
    { name, pace }: Pick<Command<Tables, Input, never, object>, 'name' | 'pace'>,
    input: Input,
    personId: string,
  ): () => void {
    const wait = this.paces.take(personId, changesOfOnePerson);
    if (wait > 0) throw tooOften(wait);
    if (!pace) return () => undefined;
    const place = JSON.stringify([personId, name, pace.about(input)]);
    const rest = this.paces.take(place, pace.allowed);
    if (rest > 0) throw tooOften(rest);
    return () => this.paces.giveBack(place);
  }

  rightsAreFresh(): boolean {
    return this.projections.freshness(rightsProjectionName) < oldestRights;
  }

  /**
   * Makes sure that decisions are made by fresh rights, asking for a proof of it where the last one is too old: a busy
   * machine may be late with its regular ones.
   * @throws Fault UNAVAILABLE when there is none
   */
  async requireFreshRights(): Promise<void> {
    if (this.rightsAreFresh()) return;
    await this.projections.catchUp({ names: [rightsProjectionName], timeoutMs: patienceForRights });
    if (!this.rightsAreFresh()) throw unavailable();
  }

  /** @throws Fault FORBIDDEN, or UNAVAILABLE when what is known of rights is too old to decide by */
  async run<Input extends CommandInput, Subject, Success extends object>(
    command: Command<Tables, Input, Subject, Success>,
    input: Input,
    caller: CommandCaller,
  ): Promise<Success | Refusal> {
    if (caller.rights === undefined) await this.requireFreshRights();
    if (command.decidesBy) await this.requireCaughtUp(command.decidesBy);
    const { database, random } = this.parts;
    const { outbox, projections, digester } = this;
    return runCommand({ database, outbox, projections, random, digester }, command, input, caller);
  }

  /** @throws Fault UNAVAILABLE when the projections do not hold all that was acknowledged before the call */
  private async requireCaughtUp(names: readonly string[]): Promise<void> {
    const { caughtUp } = await this.projections.catchUp({ names, timeoutMs: patienceForProjections });
    if (!caughtUp) throw unavailable();
  }

  /** See `runOnce`: for the composition root's own work. */
  once(name: string, work: (unit: Unit<Tables>, emit: Emit) => Promise<void>): Promise<boolean> {
    return runOnce({ database: this.parts.database, outbox: this.outbox }, name, work);
  }

  /** Reasons why this service cannot serve, empty when it can. */
  async faults(): Promise<readonly string[]> {
    const faults: string[] = this.projections
      .health()
      .filter(({ healthy }) => !healthy)
      .map(({ name }) => `the projection ${name} is stuck at an event`);
    try {
      await this.database.reads.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
    } catch {
      faults.push('the database does not answer');
    }
    if (!this.rightsAreFresh()) faults.push('rights are not up to date');
    return faults.map((fault) => `${this.definition.name}: ${fault}`);
  }

  /** The last part that was started goes first. */
  async stop(): Promise<void> {
    await this.started.disposeAsync();
  }
}

async function openMigrated<Tables>(
  definition: Pick<SubgraphDefinition<Tables, unknown, Tools>, 'name' | 'entities' | 'migrations'>,
  url: string,
  poolSize: number,
): Promise<Database<Tables>> {
  const { name, entities, migrations } = definition;
  const database = await Database.open<Tables>({
    url,
    entities,
    migrations,
    poolSize,
    applicationName: name,
  });
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
