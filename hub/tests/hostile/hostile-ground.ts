import { readContract } from '@coalition-hub/schema';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { type HubProcess, repository } from '../hub-process/hub-process.js';
import { Workbench } from '../hub-process/workbench.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import type { KnownValues } from './hostile-operation.js';

/** What a process holds on to. */
export interface Holdings {
  readonly heapMb: number;
  readonly sockets: number;
}

/** A hub in a process of its own with sample data, and what can be seen of it from outside. */
export class HostileGround {
  readonly schema: GraphQLSchema;

  private constructor(
    readonly hub: HubProcess,
    contract: string,
    readonly signedOut: GraphClient,
    readonly administrator: GraphClient,
    readonly known: KnownValues,
  ) {
    this.schema = buildSchema(contract);
  }

  static async open(bench: Workbench, env: NodeJS.ProcessEnv = {}): Promise<HostileGround> {
    const hub = await bench.hub({ program: collecting, env: { HUB_LOG_LEVEL: 'error', ...env } });
    await hub.ready();
    const token = await bench.command(['token', '--email', 'admin@example.org', '--role', 'administrator'], {
      HUB_DATA_DIR: hub.dataDir,
    });
    const { contract } = await readContract();
    const signedOut = hub.client();
    const known = await knownTo(signedOut);
    return new HostileGround(hub, contract, signedOut, hub.client(token.stdout.trim()), known);
  }

  get url(): string {
    return `${this.hub.url}/graphql`;
  }

  get port(): number {
    return Number(new URL(this.hub.url).port);
  }

  /** Of the hub's process, in ms. */
  async cpu(): Promise<number> {
    return (await this.metric('process_cpu_seconds_total')) * 1_000;
  }

  /** After a collection of all that nothing holds on to. */
  async holdings(): Promise<Holdings> {
    this.hub.send('SIGUSR2');
    // The signal is handled before the next request that arrives after it.
    await this.hub.get('/health/live');
    const heapMb = (await this.metric('nodejs_heap_size_used_bytes')) / 1_048_576;
    return { heapMb, sockets: await this.metric('nodejs_active_resources{type="TCPSocketWrap"}') };
  }

  /** Waits until no more connections are open than there were. */
  async noMoreSocketsThan(sockets: number): Promise<void> {
    await waitUntil(async () => (await this.holdings()).sockets <= sockets, {
      what: `${sockets} connections are open`,
      timeoutMs: 30_000,
    });
  }

  async metric(name: string): Promise<number> {
    const { body } = await this.hub.get('/metrics');
    const line = body.split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1) ?? 0);
  }
}

const collect = 'process.on("SIGUSR2", () => gc())';

const collecting = [
  process.execPath,
  ...['--expose-gc', '--max-semi-space-size=32', '--max-old-space-size=1024'],
  ...['--import', `data:text/javascript,${encodeURIComponent(collect)}`],
  ...[`${repository}/hub/dist/main.js`, 'start'],
];

/** A ground for the tests of one file. */
export function hostileGround(env: NodeJS.ProcessEnv = {}): { readonly ground: HostileGround } {
  const bench = new Workbench();
  const made: { ground?: HostileGround } = {};
  beforeAll(async () => {
    made.ground = await HostileGround.open(bench, env);
  }, 180_000);
  afterAll(() => made.ground?.hub.stop());
  return made as { ground: HostileGround };
}

async function knownTo(client: GraphClient): Promise<KnownValues> {
  const { statements, organisations, coalitions, events } = await client.query<{
    statements: List<{ currentRevision: { digest: string } | null }>;
    organisations: List;
    coalitions: List;
    events: List;
  }>(`{ statements { edges { node { id slug currentRevision { digest } } } }
    organisations(first: 20) { edges { node { id slug } } }
    coalitions { edges { node { id slug } } } events { edges { node { id slug } } } }`);
  const nodes = [statements, organisations, coalitions, events].flatMap(({ edges }) =>
    edges.map(({ node }) => node),
  );
  const digests = statements.edges.flatMap(({ node }) => node.currentRevision?.digest ?? []);
  return { ids: nodes.map(({ id }) => id), slugs: nodes.map(({ slug }) => slug), digests };
}

interface List<More = unknown> {
  readonly edges: readonly { readonly node: { readonly id: string; readonly slug: string } & More }[];
}
