import type { LoadFailure, LoadOrder, LoadResult } from './load.js';
import { makeLoad } from './make-load.js';

/** The load generator: a process of its own, so that its processor time is nobody's. One order at a time. */
process.on('message', (order: LoadOrder) => {
  makeLoad(order).then(send, (error: unknown) => {
    send({ failure: error instanceof Error ? error.message : String(error) });
  });
});
process.once('disconnect', () => process.exit(0));

function send(message: LoadResult | LoadFailure): void {
  process.send?.(message);
}
