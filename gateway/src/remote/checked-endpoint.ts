import type { SubgraphEndpoint, SubgraphRequest } from '@coalition-hub/subgraph';
import type { ExecutionResult } from 'graphql';
import { checkedResult } from './checked-result.js';
import { unavailable } from './unavailable.js';

/** A subgraph behind HTTP may be in other hands: what it says goes no further than what it was asked. */
export function checkedEndpoint(endpoint: SubgraphEndpoint): SubgraphEndpoint {
  return {
    name: endpoint.name,
    execute: async (request) => checked(await endpoint.execute(request), request),
    async subscribe(request) {
      const events = await endpoint.subscribe(request);
      return Symbol.asyncIterator in events ? checkedEvents(events, request) : checked(events, request);
    },
  };
}

function checked(result: ExecutionResult, { document }: SubgraphRequest): ExecutionResult {
  try {
    return checkedResult(result, document);
  } catch {
    return unavailable();
  }
}

function checkedEvents(
  events: AsyncIterable<ExecutionResult>,
  request: SubgraphRequest,
): AsyncIterableIterator<ExecutionResult> {
  const source = events[Symbol.asyncIterator]();
  return {
    async next() {
      const event = await source.next();
      return event.done ? event : { done: false, value: checked(event.value, request) };
    },
    return: async () => (await source.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
