import type { Readiness } from '@coalition-hub/gateway';
import type { Subgraphs } from './subgraphs.js';

/** What keeps the hub from serving, as it changes from the start to the end of its life. */
export class HubReadiness {
  #phase: string | null = 'the hub is starting';
  #subgraphs: Subgraphs | undefined;

  serve(subgraphs: Subgraphs): void {
    this.#subgraphs = subgraphs;
    this.#phase = null;
  }

  stopping(): void {
    this.#phase = 'the hub is stopping';
  }

  async check(): Promise<Readiness> {
    if (this.#phase !== null) return { ready: false, reasons: [this.#phase] };
    const parts = Object.values(this.#subgraphs ?? {});
    const reasons = (await Promise.all(parts.map(({ service }) => service.faults()))).flat();
    return { ready: reasons.length === 0, reasons };
  }
}
