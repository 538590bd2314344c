import type { Readiness } from '@coalition-hub/gateway';
import type { LateIdentity } from '../identity/late-identity.js';
import type { Subgraphs } from './subgraphs.js';

/** What keeps the hub from serving, as it changes from the start to the end of its life. */
export class HubReadiness {
  #phase: string | null = 'the hub is starting';
  #subgraphs: Subgraphs | undefined;

  constructor(private readonly identity: Pick<LateIdentity, 'faults'>) {}

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
    const all = [this.identity, ...parts.map(({ service }) => service)];
    const reasons = (await Promise.all(all.map((part) => part.faults()))).flat();
    return { ready: reasons.length === 0, reasons };
  }
}
