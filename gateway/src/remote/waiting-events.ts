import type { ExecutionResult } from 'graphql';
import type { Client, SubscribePayload } from 'graphql-ws';
import { unavailable } from './unavailable.js';

/** Events of one subscription that may wait for the ones before them to be completed. */
const mostWaiting = 100;

/**
 * The events of a subscription at a remote subgraph. graphql-ws's own iterator waits without a bound, which lets a
 * subgraph that floods fill the memory; this one ends. Where the socket fails or the subgraph refuses, that is told as a
 * last event.
 */
export function waitingEvents(
  client: Client,
  payload: SubscribePayload,
): AsyncIterableIterator<ExecutionResult> {
  const waiting: ExecutionResult[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  const end = (last?: ExecutionResult) => {
    if (ended) return;
    ended = true;
    if (last) waiting.push(last);
    wake();
  };
  const unsubscribe = client.subscribe(payload, {
    next(event) {
      if (ended) return;
      waiting.push(event as ExecutionResult);
      if (waiting.length > mostWaiting) giveUp();
      wake();
    },
    error: (reason) => end(resultOf(reason)),
    complete: () => end(),
  });
  const giveUp = () => {
    waiting.length = 0;
    end(unavailable());
    unsubscribe();
  };
  return {
    async next() {
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const value = waiting.shift();
      return value === undefined ? { done: true, value: undefined } : { done: false, value };
    },
    async return() {
      end();
      waiting.length = 0;
      unsubscribe();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** graphql-ws tells the errors of an `error` message, or the event that closed the socket. */
function resultOf(reason: unknown): ExecutionResult {
  return Array.isArray(reason) ? { data: null, errors: reason } : unavailable();
}
