import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Viewer } from '../viewer/viewer.js';

/** One operation for one subgraph, whichever way it travelled. */
export interface SubgraphRequest {
  readonly document: DocumentNode;
  /** Text of `document` where the caller has it; it saves printing when the compiled operation is looked up. */
  readonly source?: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `null`: signed out. */
  readonly viewer: Viewer | null;
  /** Shown in errors and logs, so that a user's report can be found again. */
  readonly requestId: string;
  /** Aborts when the client has gone. */
  readonly signal?: AbortSignal;
}

/**
 * What a gateway needs to know of a subgraph in the same process. Errors in the results are masked already; neither
 * function throws for a bad operation.
 */
export interface SubgraphEndpoint {
  readonly name: string;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}
