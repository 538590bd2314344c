import { randomBytes, randomUUID } from 'node:crypto';
import { InProcessBus } from '@coalition-hub/bus';
import {
  createLog,
  Database,
  PersonHasher,
  type Random,
  type ServiceEnvironment,
  type Subgraph,
  type SubgraphDefinition,
  systemClock,
  systemRandom,
  type Tools,
  type Viewer,
  writing,
} from '@coalition-hub/subgraph';
import { type ExecutionResult, parse } from 'graphql';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { ScriptedStream } from './scripted-stream.js';
import { testPersonalKeys } from './test-personal-keys.js';

const services = ['organisations', 'statements', 'signatories', 'events'] as const;

export type ServiceName = (typeof services)[number];

export interface TestSubgraphOptions<Tables, Loaders, OwnTools extends Tools> {
  readonly definition: SubgraphDefinition<Tables, Loaders, OwnTools>;
  start(environment: ServiceEnvironment): Promise<Subgraph<Tables, Loaders, OwnTools>>;
  readonly random?: Random;
}

/** What an operation is run with. */
export interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Signed out unless given. */
  readonly viewer?: Viewer | null;
}

/** One service on a database of its own; the other services' streams say what the test scripts. */
export class TestSubgraph<Tables, Loaders, OwnTools extends Tools> {
  private constructor(
    readonly subgraph: Subgraph<Tables, Loaders, OwnTools>,
    readonly database: TestDatabase,
    readonly bus: InProcessBus,
    /** Streams of the services that do not run; the service's own is not among them. */
    readonly streams: Readonly<Record<ServiceName, ScriptedStream>>,
    readonly persons: PersonHasher,
    /** Lines of the service's log. */
    readonly logged: readonly string[],
  ) {}

  static async start<Tables, Loaders, OwnTools extends Tools>(
    options: TestSubgraphOptions<Tables, Loaders, OwnTools>,
  ): Promise<TestSubgraph<Tables, Loaders, OwnTools>> {
    const { definition } = options;
    const database = await createTestDatabase({
      key: definition.name,
      migrate: (url) => migrate(definition, url),
    });
    const bus = new InProcessBus();
    const streams = scriptedStreams(definition.name, bus);
    const logged: string[] = [];
    const persons = new PersonHasher(Buffer.from('a secret of the tests, 32 bytes!!'));
    const subgraph = await options.start({
      databaseUrl: database.url,
      poolSize: 20,
      bus,
      attachLog: (log) => bus.attach(definition.name, log),
      clock: systemClock,
      random: options.random ?? systemRandom,
      persons,
      personalKeys: testPersonalKeys(),
      cursorSecret: randomBytes(32),
      log: createLog({ level: 'warn', name: 'test' }, { write: (line: string) => void logged.push(line) }),
    });
    const test = new TestSubgraph(subgraph, database, bus, streams, persons, logged);
    await test.settled();
    return test;
  }

  /** Whoever receives mail at this address; rights come from events. */
  viewer(email: string): Viewer {
    const expiresAt = Math.floor(Date.now() / 1000) + 3_600;
    return { personId: this.persons.personId(email), sessionId: randomUUID(), scopes: [writing], expiresAt };
  }

  async execute(source: string, { variables = {}, viewer = null }: Asking = {}): Promise<ExecutionResult> {
    const request = { document: parse(source), source, variables, viewer, requestId: randomUUID() };
    return plain(await this.subgraph.execute(request));
  }

  /** The answer's data; an error of the answer is thrown. */
  async data<Data = Record<string, never>>(source: string, asking: Asking = {}): Promise<Data> {
    const { data, errors } = await this.execute(source, asking);
    if (errors) throw new Error([JSON.stringify(errors), ...this.logged.slice(-3)].join('\n'));
    return data as Data;
  }

  async subscribe(source: string, { variables = {}, viewer = null }: Asking = {}) {
    const request = { document: parse(source), source, variables, viewer, requestId: randomUUID() };
    return this.subgraph.subscribe(request);
  }

  /** Everything said so far has reached every projection. */
  async settled(): Promise<void> {
    const { caughtUp } = await this.subgraph.service.projections.catchUp({ timeoutMs: 30_000 });
    if (!caughtUp) throw new Error(`Projections of ${this.subgraph.name} do not keep up`);
  }

  /** Stops the service and removes its database; fails when something was left open. */
  async stop(): Promise<void> {
    await this.subgraph.service.stop();
    await this.bus.close();
    await this.database.drop();
  }
}

function scriptedStreams(own: string, bus: InProcessBus): Record<ServiceName, ScriptedStream> {
  const streams = services.map((name) => [name, new ScriptedStream(name, () => bus)] as const);
  for (const [name, stream] of streams) if (name !== own) bus.attach(name, stream);
  return Object.fromEntries(streams) as Record<ServiceName, ScriptedStream>;
}

async function migrate<Tables>(
  {
    name,
    entities,
    migrations,
  }: Pick<SubgraphDefinition<Tables, never, never>, 'name' | 'entities' | 'migrations'>,
  url: string,
): Promise<void> {
  const database = await Database.open({ url, entities, migrations, poolSize: 2, applicationName: name });
  await database.migrate();
  await database.close();
}

/** As a client reads it: without prototypes, without undefined. */
function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
