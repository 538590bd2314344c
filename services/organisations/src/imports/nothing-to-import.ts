import { Refusal } from '@coalition-hub/subgraph';
import type { RegistryImported } from './registry-import.js';

/** Leaves an import that would change nothing, and so has nothing to tell. Never in the graph. */
export class NothingToImport extends Refusal {
  constructor(readonly imported: RegistryImported) {
    super('NOTHING_TO_IMPORT', 'Everything in the list is there already.');
  }
}
