import type { Fault } from '@coalition-hub/bus';

/** The relay could not work and is trying again; says nothing of what is in the events. */
export interface RelayFailure {
  readonly stream: string;
  /** Failures in a row, this one included. */
  readonly attempt: number;
  readonly retryInMs: number;
  readonly fault: Fault;
}
