import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Subgraphs } from './subgraphs.js';

/** Prometheus' text format: the process, and how far projections lag. No label names a person or an organisation. */
export class HubMetrics {
  readonly #registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  watch(subgraphs: Subgraphs): void {
    new Gauge({
      name: 'hub_projection_age_seconds',
      help: 'Since a projection was last shown to be up to date.',
      labelNames: ['service', 'projection'],
      registers: [this.#registry],
      collect() {
        for (const { name, service } of Object.values(subgraphs)) {
          for (const projection of service.projections.health()) {
            this.set({ service: name, projection: projection.name }, projection.freshnessMs / 1000);
          }
        }
      },
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
