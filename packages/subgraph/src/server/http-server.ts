import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Log } from '../log/log.js';
import type { Viewer } from '../viewer/viewer.js';
import { executorOf, type HttpCaller, nameRequestInErrors } from './apollo-executor.js';
import { serveHealth } from './health-routes.js';
import { requestIdOf } from './request-id.js';
import type { SubgraphEndpoint } from './subgraph-endpoint.js';
import { type SubscriptionServer, serveSubscriptions } from './subscription-server.js';

export interface ServedSubgraph extends SubgraphEndpoint {
  readonly schema: GraphQLSchema;
  readonly service: { faults(): Promise<readonly string[]> };
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** @throws anything for a token that the gateway did not issue for this subgraph */
  verifyToken(token: string): Promise<Viewer | null>;
  newRequestId(): string;
  readonly log: Log;
}

export interface HttpServer {
  readonly url: string;
  /** Lets open requests end, closes sockets with 1001. */
  stop(): Promise<void>;
}

const largestBody = 20 * 1024 * 1024;

/** Serves a subgraph at `/graphql`, to gateways only: every request carries a token for this subgraph. */
export async function serveHttp(subgraph: ServedSubgraph, options: HttpOptions): Promise<HttpServer> {
  const fastify = Fastify({ bodyLimit: largestBody, forceCloseConnections: 'idle', logger: false });
  const apollo = apolloFor(subgraph, options, fastify);
  await apollo.start();
  await fastify.register(fastifyApollo(apollo), {
    context: (request: FastifyRequest) => callerOf(request, options),
  });
  serveHealth(fastify, subgraph);
  const subscriptions = serveSubscriptions(fastify.server, subgraph, options);
  const url = await fastify.listen({ host: options.host, port: options.port });
  return { url, stop: () => stop(apollo, fastify, subscriptions) };
}

function apolloFor(
  subgraph: ServedSubgraph,
  options: HttpOptions,
  fastify: FastifyInstance,
): ApolloServer<HttpCaller> {
  return new ApolloServer<HttpCaller>({
    gateway: executorOf(subgraph),
    persistedQueries: false,
    // The executor validates, as it does in process.
    dangerouslyDisableValidation: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: options.log,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      fastifyApolloDrainPlugin(fastify),
      nameRequestInErrors,
    ],
  });
}

async function callerOf(request: FastifyRequest, options: HttpOptions): Promise<HttpCaller> {
  const requestId = requestIdOf(request.headers['x-request-id']) ?? options.newRequestId();
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  try {
    return { viewer: await options.verifyToken(token ?? ''), requestId };
  } catch {
    throw notFromGateway(requestId);
  }
}

/** Says nothing of what is wrong with the token: gateways know, and nobody else has to. */
function notFromGateway(requestId: string): GraphQLError {
  return new GraphQLError('Only the gateway may ask here.', {
    extensions: { code: 'UNAUTHENTICATED', requestId, http: { status: 401 } },
  });
}

async function stop(
  apollo: ApolloServer<HttpCaller>,
  fastify: FastifyInstance,
  subscriptions: SubscriptionServer,
) {
  // A connection that falls idle after the closing has begun would be kept alive, and waited for.
  const closeIdle = setInterval(() => fastify.server.closeIdleConnections(), 50);
  try {
    await subscriptions.stop();
    await apollo.stop();
    await fastify.close();
  } finally {
    clearInterval(closeIdle);
  }
}
