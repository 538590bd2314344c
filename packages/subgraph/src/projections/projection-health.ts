import type { EventReference, Fault } from '@coalition-hub/bus';

/** Whether a projection does its work. */
export interface ProjectionHealth {
  readonly name: string;
  /** False while an event cannot be applied. */
  readonly healthy: boolean;
  /** Age of the last proof that every event acknowledged until then is applied; `Infinity` before the first. */
  readonly freshnessMs: number;
  readonly failures: readonly ProjectionFailure[];
}

/** What holds a projection up in one stream. */
export interface ProjectionFailure {
  readonly stream: string;
  /** Failures in a row. */
  readonly attempts: number;
  readonly event?: EventReference;
  readonly fault: Fault;
}
