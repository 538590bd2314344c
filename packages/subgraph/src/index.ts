export type { SubgraphEndpoint, SubgraphRequest } from './server/subgraph-endpoint.js';
export type { Viewer } from './viewer/viewer.js';
