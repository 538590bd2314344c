export { PortInUse } from './http/port-in-use.js';
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
export { startGateway } from './start-gateway.js';
