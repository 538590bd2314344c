import type { Rights } from '@coalition-hub/subgraph';

export interface Contribution {
  /** Co-authors and members of the coalition for which the person may speak about the statement. */
  readonly voices: readonly string[];
}

/** Who may propose to change a draft: whoever holds a mandate of a co-author or of a member of the coalition. */
export function canProposeAmendment(_rights: Rights, { voices }: Contribution): boolean {
  return voices.length > 0;
}
