import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { faultOf } from '@coalition-hub/bus';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../log/log.js';
import type { FindGatewayKey } from '../message-signatures/gateway-keys.js';
import { ExpiredNonces, type NonceDatabase, Nonces } from '../message-signatures/nonces.js';
import type { Clock } from '../time/clock.js';
import { executorOf, type HttpCaller, nameRequestInErrors } from './apollo-executor.js';
import { Doorkeeper } from './doorkeeper.js';
import { GatewayOnly, refusingOptions } from './gateway-only.js';
import { serveHealth } from './health-routes.js';
import { StrangerLog } from './stranger-log.js';
import type { SubgraphEndpoint } from './subgraph-endpoint.js';
import { type SubscriptionServer, serveSubscriptions } from './subscription-server.js';

export interface ServedSubgraph extends SubgraphEndpoint {
  readonly schema: GraphQLSchema;
  readonly service: {
    faults(): Promise<readonly string[]>;
    /** Where all replicas keep which messages came before. */
    readonly database: NonceDatabase;
  };
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** The gateway's public keys: from the configuration (`gatewayKeysOf`), or from the gateway (`gatewayKeysAt`). */
  readonly gatewayKeys: FindGatewayKey;
  readonly clock: Clock;
  newRequestId(): string;
  readonly log: Log;
}

export interface HttpServer {
  readonly url: string;
  /** Lets open requests end, closes sockets with 1001. */
  stop(): Promise<void>;
}

/**
 * Serves a subgraph at `/graphql`, to gateways only: every message carries a token for this subgraph and is signed
 * (RFC 9421). Whoever asks for anything else but health gets one and the same answer.
 */
export function serveHttp(subgraph: ServedSubgraph, options: HttpOptions): Promise<HttpServer> {
  const recipient = { name: subgraph.name, gatewayKeys: options.gatewayKeys, clock: options.clock };
  const nonces = new Nonces(subgraph.service.database.reads);
  return serveBehind(new Doorkeeper(recipient, nonces, options.newRequestId), subgraph, options);
}

/** Apart, so that the cost of the doorkeeper can be measured. */
export async function serveBehind(
  doorkeeper: Doorkeeper,
  subgraph: ServedSubgraph,
  options: HttpOptions,
): Promise<HttpServer> {
  const { log } = options;
  const { database } = subgraph.service;
  const fastify = Fastify({ ...refusingOptions, forceCloseConnections: 'idle', logger: false });
  const apollo = apolloFor(subgraph, options, fastify);
  await apollo.start();
  const strangers = new StrangerLog(log);
  const door = new GatewayOnly(doorkeeper, strangers, log);
  door.refuseTheRest(fastify);
  serveHealth(fastify, subgraph);
  await fastify.register(async (routes) => {
    routes.addHook('preParsing', door.hook);
    await routes.register(fastifyApollo(apollo), { context: async (request) => door.callerOf(request) });
  });
  const subscriptions = serveSubscriptions(fastify.server, subgraph, { doorkeeper, strangers, log });
  const expired = new ExpiredNonces(database, (error) =>
    log.warn({ fault: faultOf(error) }, 'expired nonces were not removed'),
  );
  expired.start();
  const url = await fastify.listen({ host: options.host, port: options.port });
  return { url, stop: () => stop(apollo, fastify, subscriptions, expired) };
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

async function stop(
  apollo: ApolloServer<HttpCaller>,
  fastify: FastifyInstance,
  subscriptions: SubscriptionServer,
  expired: ExpiredNonces,
) {
  // A connection that falls idle after the closing has begun would be kept alive, and waited for.
  const closeIdle = setInterval(() => fastify.server.closeIdleConnections(), 50);
  try {
    await expired.stop();
    await subscriptions.stop();
    await apollo.stop();
    await fastify.close();
  } finally {
    clearInterval(closeIdle);
  }
}
