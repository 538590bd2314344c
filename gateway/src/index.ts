export { PortInUse } from './http/port-in-use.js';
export type {
  AnswerElsewhere,
  CheckOperation,
  EndedSessions,
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
