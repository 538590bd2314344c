import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayError } from '../operations/error-codes.js';
import type { MaskError } from '../operations/masking.js';
import type { GatewayOptions } from '../options.js';
import { answerFrontPage } from './front-page.js';
import { answerGraphiQL, wantsGraphiQL } from './graphiql-page.js';
import type { HandleGraphQL } from './graphql-over-http.js';
import { answerLive, answerMetrics, answerReady } from './health.js';
import { PortInUse } from './port-in-use.js';
import { JSON_TYPE, respond, statusOfRefusal } from './respond.js';

export const GRAPHQL_PATH = '/graphql';

const IDLE_MS = 60_000;
const timeouts = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: IDLE_MS,
  connectionsCheckingInterval: 5_000,
};

export interface HttpServerOptions
  extends Pick<
    GatewayOptions,
    'development' | 'elsewhere' | 'metrics' | 'newRequestId' | 'publicKeys' | 'ready'
  > {
  readonly handleGraphQL: HandleGraphQL;
  readonly mask: MaskError;
  readonly isStopping: () => boolean;
}

/** The routes of the gateway. Every answer carries the request's id. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { handleGraphQL, mask, isStopping, newRequestId } = options;

  async function route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const [path, search] = splitUrl(request.url ?? '/');
    if (path === GRAPHQL_PATH) {
      if (options.development && search === '' && wantsGraphiQL(request)) return answerGraphiQL(response);
      return handleGraphQL(request, response, search, requestId);
    }
    if (await options.elsewhere?.(request, response, { path, search })) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw notFound();
    if (path === '/') return answerFrontPage(response);
    if (path === '/health/live') return answerLive(response);
    if (path === '/health/ready') return answerReady(response, options.ready, isStopping());
    if (path === '/.well-known/jwks.json' && options.publicKeys)
      return respond(response, 200, 'application/jwk-set+json', JSON.stringify(options.publicKeys()));
    if (path === '/metrics') return answerMetrics(response, options.metrics);
    throw notFound();
  }

  const server = createServer(timeouts, (request, response) => {
    const requestId = newRequestId();
    response.setHeader('x-request-id', requestId);
    if (isStopping()) response.setHeader('connection', 'close');
    route(request, response, requestId)
      .catch((error: unknown) => {
        const errors = [mask(error, requestId)];
        respond(response, statusOfRefusal(errors), JSON_TYPE, JSON.stringify({ errors }));
      })
      .catch(() => response.destroy());
  });
  // Also ends clients that stop reading their answer; event streams send something more often than this.
  return server.setTimeout(IDLE_MS);
}

/** @throws {PortInUse} */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(host, port) : error);
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve(server.address() as AddressInfo);
    });
  });
}

function splitUrl(url: string): [path: string, search: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function notFound() {
  return gatewayError('NOT_FOUND', 'There is nothing at this address');
}
