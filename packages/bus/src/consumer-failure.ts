import { type Fault, faultOf } from './fault.js';
import { type EventReference, HandlingFailed } from './handling-failed.js';

/** A consumer failed and is tried again; says nothing of what is in the events. */
export interface ConsumerFailure {
  readonly stream: string;
  readonly consumer: string;
  /** Failures in a row, this one included. */
  readonly attempt: number;
  readonly retryInMs: number;
  /** Where the consumer said which one it was. */
  readonly event?: EventReference;
  readonly fault: Fault;
}

/** Separates which event failed from why. */
export function explainFailure(error: unknown): Pick<ConsumerFailure, 'event' | 'fault'> {
  if (!(error instanceof HandlingFailed)) return { fault: faultOf(error) };
  return { event: error.event, fault: faultOf(error.cause) };
}
