import { Refusal } from '@coalition-hub/subgraph';
import type { RowOutcome } from './row-outcome.js';

/** Takes an import back: one that was only tried, has a faulty row, or would change nothing. Never in the graph. */
export class ImportNotStored extends Refusal {
  constructor(readonly rows: readonly RowOutcome[]) {
    super('IMPORT_NOT_STORED', 'Nothing was stored.');
  }
}
