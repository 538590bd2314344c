import { faultOf } from '@coalition-hub/bus';
import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { createAuthenticate } from './authentication.js';
import { openSupergraph } from './federation/supergraph.js';
import { createHandleGraphQL } from './http/graphql-over-http.js';
import { createHttpServer, GRAPHQL_PATH, listen } from './http/http-server.js';
import { trackRequestsInFlight } from './http/requests-in-flight.js';
import { createEventStreams } from './live/server-sent-events.js';
import { createOnViewerEnd } from './live/viewer-end.js';
import { createSockets } from './live/websocket.js';
import { createMaskError } from './operations/masking.js';
import { createPrepareOperation } from './operations/prepare-operation.js';
import { createOperationRunner } from './operations/run-operation.js';
import { defaultLimits, type Gateway, type GatewayOptions, type TransportLimits } from './options.js';
import { checkedEndpoint } from './remote/checked-endpoint.js';
import { createRemoteEndpoint, type RemoteEndpoint } from './remote/remote-subgraph.js';
import { createStop } from './stop.js';

/**
 * Starts the front door: one address for queries, mutations and subscriptions on the whole graph.
 *
 * @throws {PortInUse} where somebody else listens already
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const limits = { ...defaultLimits, ...options.limits };
  const { endpoints, remotes } = connectSubgraphs(options, limits);
  const supergraph = openSupergraph(options.supergraphSdl, endpoints);
  const mask = createMaskError(options.log, options.publicErrorCodes);
  const prepare = createPrepareOperation(supergraph.schema, limits.maxTokens);
  const runner = createOperationRunner(supergraph, prepare, options.checkOperation, mask);
  const authenticate = createAuthenticate((token) => options.verifyToken(token));
  const onViewerEnd = createOnViewerEnd(options.endedSessions);
  const eventStreams = createEventStreams(limits.maxBufferedBytes, onViewerEnd);
  const { newRequestId } = options;
  let stopping = false;

  const server = createHttpServer({
    ...options,
    mask,
    isStopping: () => stopping,
    handleGraphQL: createHandleGraphQL({ runner, authenticate, mask, eventStreams, ...limits }),
  });
  const sockets = createSockets({
    ...limits,
    runner,
    authenticate,
    onViewerEnd,
    mask,
    newRequestId,
  });
  const inFlight = trackRequestsInFlight(server);
  sockets.attach(server, GRAPHQL_PATH);

  const { port } = await listen(server, options.host, options.port);
  server.on('error', (error) => options.log.error({ error: faultOf(error) }, 'the server failed'));
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    stop: createStop({
      server,
      sockets,
      eventStreams,
      inFlight,
      onStopping: () => {
        stopping = true;
      },
      release: () => {
        for (const remote of remotes) remote.close();
      },
    }),
  };
}

function connectSubgraphs(options: GatewayOptions, limits: TransportLimits) {
  const endpoints = new Map<string, SubgraphEndpoint>();
  const remotes: RemoteEndpoint[] = [];
  for (const [name, location] of Object.entries(options.subgraphs)) {
    if ('endpoint' in location) {
      endpoints.set(name, location.endpoint);
      continue;
    }
    if (!options.credentials) throw new Error('a remote subgraph needs credentials');
    const remote = createRemoteEndpoint(
      name,
      location,
      options.credentials,
      location.timeoutMs ?? limits.subgraphTimeoutMs,
    );
    remotes.push(remote);
    endpoints.set(name, checkedEndpoint(remote));
  }
  return { endpoints, remotes };
}
