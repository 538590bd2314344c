import { type Gateway, startGateway } from '@coalition-hub/gateway';
import { type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import { readContract } from '@coalition-hub/schema';
import {
  gatewayKeysOf,
  type HttpServer,
  type SigningKeys,
  type SubgraphCredentials,
  serveHttp,
  silentLog,
  subgraphCredentials,
  systemClock,
  systemRandom,
} from '@coalition-hub/subgraph';
import { createGuardedFolder, freePort, type GuardedFolder, testSigningKeys } from '@coalition-hub/testkit';
import { sql } from 'kysely';
import { type RunningSubgraphs, serviceNames, startSubgraphs } from '../../src/assembly/subgraphs.js';
import { openDataFolder } from '../../src/data-folder/data-folder.js';
import { gatewayKeys } from '../../src/data-folder/gateway-keys.js';
import { type CapturedMessage, having, headerOf } from './captured-message.js';
import { type Catcher, startCatcher } from './catcher.js';

const subgraph = 'organisations';
const viewer = { personId: 'person', sessionId: 'session', scopes: ['write'], expiresAt: 4_102_444_800 };

/** A real subgraph over HTTP, and a real gateway whose messages to it are caught on their way. */
export class ForgeryGround {
  private constructor(
    private readonly guarded: GuardedFolder,
    private readonly server: PostgresServer,
    private readonly running: RunningSubgraphs,
    private readonly served: HttpServer,
    private readonly gateway: Gateway,
    private readonly keys: SigningKeys,
    readonly catcher: Catcher,
  ) {}

  static async open(): Promise<ForgeryGround> {
    const guarded = await createGuardedFolder();
    const server = await startPostgres({ dataDir: guarded.path, settings: { fsync: 'off' } });
    const folder = await openDataFolder(guarded.path);
    const surroundings = { clock: systemClock, random: systemRandom, log: silentLog };
    const running = await startSubgraphs({ adminUrl: server.url, folder, ...surroundings });
    const keys = gatewayKeys(folder.secrets, systemClock);
    const served = await serveHttp(running.subgraphs[subgraph], {
      ...{ host: '127.0.0.1', port: await freePort(), gatewayKeys: gatewayKeysOf(keys.publicKeys()) },
      ...{ clock: systemClock, newRequestId: () => 'own-request', log: silentLog },
    });
    const catcher = await startCatcher();
    const gateway = await openGateway(catcher.url, subgraphCredentials({ keys, clock: systemClock }));
    return new ForgeryGround(guarded, server, running, served, gateway, keys, catcher);
  }

  get port(): number {
    return Number(new URL(this.served.url).port);
  }

  get publicKey(): Record<string, unknown> {
    return this.keys.current().publicJwk as Record<string, unknown>;
  }

  /** A request as the gateway sends it; the subgraph has not seen it yet. */
  async caughtRequest(slug: string): Promise<CapturedMessage> {
    const query = `query Find($slug: String!) { organisation(slug: $slug) { id name } }`;
    await fetch(`${this.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { slug } }),
    });
    const [caught] = this.catcher.requests();
    if (caught === undefined) throw new Error('The gateway asked nothing');
    return caught;
  }

  async caughtSocket() {
    const query = 'subscription { coalitionUpdated(slug: "nobodys") { kind } }';
    const response = await fetch(`${this.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    await response.text();
    const [caught] = this.catcher.sockets();
    if (caught === undefined) throw new Error('The gateway opened no socket');
    return caught;
  }

  /** The same message with credentials that fit another moment, another subgraph or another hub. */
  async signedOtherwise(message: CapturedMessage): Promise<CapturedMessage[]> {
    const { keys } = this;
    const late = [31, 32, 60, 600, 86_400].map((seconds) => credentialsAt([-seconds], keys));
    const early = [31, 45, 3_600].map((seconds) => credentialsAt([seconds], keys));
    const parts = [credentialsAt([-31, 0, 0], keys), credentialsAt([0, -31, -31], keys)];
    const strangers = testSigningKeys();
    const sameName = {
      ...strangers,
      current: () => ({ ...strangers.current(), keyId: keys.current().keyId }),
    };
    const foreign = [strangers, sameName].map((other) => credentialsAt([0], other));
    const other = having(message, 'coalition-hub-subgraph', 'statements');
    const elsewhere = await resigned(other, credentialsAt([0], keys));
    return Promise.all([
      ...[...late, ...early, ...parts, ...foreign].map((each) => resigned(message, each)),
      elsewhere,
      having(elsewhere, 'coalition-hub-subgraph', subgraph),
    ]);
  }

  /** How many messages the subgraph has ever let in. */
  async letIn(): Promise<number> {
    const { reads } = this.running.subgraphs[subgraph].service.database;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from gateway_nonce`.execute(
      reads,
    );
    return rows[0]?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.gateway.stop(0);
    await this.catcher.stop();
    await this.served.stop();
    await this.running.stop();
    await this.server.stop();
    await this.guarded.remove();
  }
}

async function openGateway(url: string, credentials: SubgraphCredentials): Promise<Gateway> {
  return startGateway({
    ...{ host: '127.0.0.1', port: await freePort(), credentials, log: silentLog, development: false },
    supergraphSdl: (await readContract()).supergraph,
    subgraphs: Object.fromEntries(serviceNames.map((name) => [name, { url }])),
    verifyToken: async () => viewer,
    ready: async () => ({ ready: true, reasons: [] }),
    newRequestId: () => systemRandom.uuid('request'),
  });
}

/** @param seconds from now, for one question about the time after the other; the last one stays */
function credentialsAt(seconds: readonly number[], keys: SigningKeys): SubgraphCredentials {
  const left = [...seconds];
  const offset = () => (left.length > 1 ? left.shift() : left[0]) ?? 0;
  return subgraphCredentials({ keys, clock: { now: () => new Date(Date.now() + offset() * 1_000) } });
}

async function resigned(
  message: CapturedMessage,
  credentials: SubgraphCredentials,
): Promise<CapturedMessage> {
  const addressing = {
    ...{ viewer, target: message.target, requestId: headerOf(message, 'x-request-id') },
    subgraph: headerOf(message, 'coalition-hub-subgraph'),
  };
  const content = { contentType: 'application/json', body: message.body.toString() };
  const fields =
    message.method === 'POST'
      ? await credentials.forRequest(addressing, content)
      : (await credentials.forSocket(addressing)).upgrade;
  return Object.entries(fields).reduce((changed, [name, value]) => having(changed, name, value), message);
}
