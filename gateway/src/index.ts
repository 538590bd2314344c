export type {
  CheckOperation,
  Gateway,
  GatewayLog,
  GatewayOptions,
  InProcessSubgraph,
  Readiness,
  RemoteSubgraph,
  SubgraphLocation,
  TransportLimits,
} from './options.js';
export { PortInUse } from './port-in-use.js';
export { startGateway } from './start-gateway.js';
