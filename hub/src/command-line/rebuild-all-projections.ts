import { serviceNames } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { Progress } from './progress.js';

export interface RebuiltProjection {
  readonly service: string;
  readonly projection: string;
  /** How many were replayed. */
  readonly events: number;
}

/** One after the other, telling of each; those that are append-only logs are left as they are. */
export function rebuildAllProjections(
  config: Config,
  tell: (rebuilt: RebuiltProjection) => void,
): Promise<void> {
  return withServices(config, async ({ subgraphs }) => {
    for (const service of serviceNames) {
      const { projections } = subgraphs[service].service;
      for (const { name: projection } of projections.health()) {
        const progress = new Progress(`${service}: ${projection}`);
        const { rebuilt, events } = await projections.rebuild(projection, (done) => progress.update(done));
        progress.end();
        if (rebuilt) tell({ service, projection, events });
      }
    }
  });
}
