import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { afterEach } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Gateway, type GatewayOptions, startGateway } from '../src/index.js';
import { createToys, type Toys } from './toy-subgraphs.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly body: any;
}

export interface ToyGateway extends Toys {
  readonly gateway: Gateway;
  /** What the gateway wrote at level error. */
  readonly logged: object[];
  post(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  connect(connectionParams?: Record<string, unknown>): Client;
}

const cleanups: (() => void | Promise<void>)[] = [];

/** Runs after the test, last one first. */
export function afterwards(cleanup: () => void | Promise<void>): void {
  cleanups.push(cleanup);
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Tests listen below the ports that outgoing connections are given. */
export function somePort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

export async function startToyGateway(options: Partial<GatewayOptions> = {}): Promise<ToyGateway> {
  const toys = createToys();
  const logged: object[] = [];
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: somePort(),
    supergraphSdl: toys.sdl,
    subgraphs: { books: { endpoint: toys.books }, authors: { endpoint: toys.authors } },
    verifyToken,
    ready: async () => ({ ready: true, reasons: [] }),
    development: false,
    newRequestId: randomUUID,
    log: { error: (fields) => logged.push(fields), warn: () => undefined, info: () => undefined },
    ...options,
  });
  afterwards(() => gateway.stop(0));
  return {
    ...toys,
    gateway,
    logged,
    post: (query, variables = {}, headers = {}) =>
      post(`${gateway.url}/graphql`, { query, variables }, headers),
    connect: (connectionParams) => connect(gateway, connectionParams),
  };
}

/** Tokens of the toys are the person, the moment of expiry in milliseconds, and maybe a scope: `ada@1700000000000@write`. */
export async function verifyToken(token: string): Promise<Viewer> {
  const [personId, expires, scope] = token.split('@');
  if (!personId || !expires || Number(expires) <= Date.now()) throw new Error('bad token');
  return { personId, sessionId: 'session', scopes: scope ? [scope] : [], expiresAt: Number(expires) / 1000 };
}

export function tokenOf(person: string, lifetimeMs = 60_000): string {
  return `${person}@${Date.now() + lifetimeMs}`;
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

function connect(gateway: Gateway, connectionParams?: Record<string, unknown>): Client {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    ...(connectionParams ? { connectionParams } : {}),
  });
  afterwards(() => client.dispose());
  return client;
}

/** Waits for something that happens soon, in another part of the process. */
export async function until(condition: () => boolean, what: string, ms = 3_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
