import type { Tools } from '@coalition-hub/subgraph';
import type { Collations } from './collation/collations.js';

/** What lives as long as the service. */
export interface SignatoriesTools extends Tools {
  readonly collations: Collations;
}
