import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { type BulkSize, bulkSeeds } from '../sample/bulk-seeds.js';
import { loadBulk } from '../sample/load-bulk.js';
import { Progress } from './progress.js';

export interface SeededPlaceholders extends BulkSize {
  /** Slug of the new coalition. */
  readonly coalition: string;
}

export function seedPlaceholders(config: Config, size: BulkSize): Promise<SeededPlaceholders> {
  return withServices(config, async (running) => {
    const progress = new Progress('seeding', size.organisations + size.statements + size.signatures);
    const seeds = bulkSeeds(size);
    await loadBulk(running, seeds, (done) => progress.update(done));
    progress.end();
    return { coalition: seeds.coalition.slug, ...size };
  });
}
