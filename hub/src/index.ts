export { subgraphSchemas } from './assembly/subgraph-schemas.js';
export { type Subgraphs, serviceNames } from './assembly/subgraphs.js';
export { BadSettings, type Config, readConfig } from './config.js';
export { type Hub, type HubOptions, startHub } from './hub.js';
