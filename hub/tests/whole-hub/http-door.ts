import { type Gateway, startGateway } from '@coalition-hub/gateway';
import { readContract } from '@coalition-hub/schema';
import {
  faultCodes,
  gatewayKeysOf,
  type HttpServer,
  type SubgraphCredentials,
  scopesIn,
  serveHttp,
  silentLog,
  subgraphCredentials,
  systemClock,
  type Viewer,
} from '@coalition-hub/subgraph';
import { freePort } from '@coalition-hub/testkit';
import { decodeJwt } from 'jose';
import { type RunningSubgraphs, serviceNames } from '../../src/assembly/subgraphs.js';
import { gatewayKeys } from '../../src/data-folder/gateway-keys.js';
import type { Secrets } from '../../src/data-folder/secrets.js';

type ServiceName = (typeof serviceNames)[number];

/** Another front door to running subgraphs, which reaches each of them over HTTP on loopback. */
export class HttpDoor {
  private constructor(
    readonly gateway: Gateway,
    readonly credentials: SubgraphCredentials,
    private readonly served: ReadonlyMap<ServiceName, HttpServer>,
  ) {}

  static async open(running: RunningSubgraphs, secrets: Secrets): Promise<HttpDoor> {
    const keys = gatewayKeys(secrets, systemClock);
    const served = new Map<ServiceName, HttpServer>();
    for (const name of serviceNames) {
      const server = await serveHttp(running.subgraphs[name], {
        host: '127.0.0.1',
        port: await freePort(),
        gatewayKeys: gatewayKeysOf(keys.publicKeys()),
        clock: systemClock,
        newRequestId: () => 'own-request',
        log: silentLog,
      });
      served.set(name, server);
    }
    const credentials = subgraphCredentials({ keys, clock: systemClock });
    const gateway = await startGateway({
      host: '127.0.0.1',
      port: await freePort(),
      supergraphSdl: (await readContract()).supergraph,
      subgraphs: Object.fromEntries([...served].map(([name, { url }]) => [name, { url: `${url}/graphql` }])),
      verifyToken: viewerOf,
      credentials,
      ready: async () => ({ ready: true, reasons: [] }),
      development: false,
      newRequestId: () => 'one-request',
      log: silentLog,
      publicErrorCodes: faultCodes,
    });
    return new HttpDoor(gateway, credentials, served);
  }

  get url(): string {
    return `${this.gateway.url}/graphql`;
  }

  /** Asks one subgraph itself, as the gateway would. @returns the answer as it came */
  async askSubgraph(
    subgraph: ServiceName,
    viewer: Viewer | null,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<string> {
    const body = JSON.stringify({ query, variables });
    const addressing = { subgraph, viewer, requestId: 'one-request', target: '/graphql' };
    const fields = await this.credentials.forRequest(addressing, { contentType: 'application/json', body });
    const response = await fetch(`${this.served.get(subgraph)?.url}/graphql`, {
      method: 'POST',
      headers: { ...fields },
      body,
    });
    return response.text();
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await Promise.all([...this.served.values()].map((server) => server.stop()));
  }
}

/** Whom a token speaks for. The hub's own door checks tokens; this one is there for what comes behind it. */
export async function viewerOf(token: string): Promise<Viewer>;
export async function viewerOf(token: string | null): Promise<Viewer | null>;
export async function viewerOf(token: string | null): Promise<Viewer | null> {
  if (token === null) return null;
  const { sub, sid, scope, exp } = decodeJwt<{ sid: string; scope: string }>(token);
  return { personId: String(sub), sessionId: String(sid), scopes: scopesIn(scope), expiresAt: Number(exp) };
}
