import type { Viewer } from '@coalition-hub/subgraph';

/** Travels beside an operation to every subgraph that it needs. */
export interface OperationContext {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** Aborts when the client has gone: nothing more is fetched then. */
  readonly signal: AbortSignal;
}
