import { type SubgraphEndpoint, type SubgraphRequest, unavailable } from '@coalition-hub/subgraph';
import { type ExecutionResult, GraphQLError } from 'graphql';

/**
 * Stands for a subgraph that is still starting, so that the front door can open at once and say "not yet" instead of
 * refusing connections.
 */
export class LateEndpoint implements SubgraphEndpoint {
  #endpoint: SubgraphEndpoint | undefined;

  constructor(readonly name: string) {}

  arrive(endpoint: SubgraphEndpoint): void {
    this.#endpoint = endpoint;
  }

  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    return this.#endpoint?.execute(request) ?? notYet(request);
  }

  async subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    return this.#endpoint?.subscribe(request) ?? notYet(request);
  }
}

function notYet({ requestId }: SubgraphRequest): ExecutionResult {
  const { message, extensions } = unavailable();
  return { errors: [new GraphQLError(message, { extensions: { ...extensions, requestId } })] };
}
