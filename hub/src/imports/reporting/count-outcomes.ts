import type { OutcomeKind } from '../planning/outcome.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import { counted } from './counted.js';

/** How many rows became what. */
export interface OutcomeCounts {
  readonly rows: number;
  readonly new: number;
  readonly matched: number;
  readonly repeated: number;
  readonly renamed: number;
  /** Rows that take a body off the list. */
  readonly left: number;
  readonly people: number;
  readonly leftOut: number;
  readonly doubtful: number;
  readonly rejected: number;
}

export function countOutcomes(rows: readonly PlannedRow[]): OutcomeCounts {
  const count = (kind: OutcomeKind) => rows.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    rows: rows.length,
    new: count('NEW'),
    matched: count('MATCHED'),
    repeated: count('REPEATED'),
    renamed: count('RENAMED'),
    left: count('LEFT'),
    people: count('PERSON'),
    leftOut: count('SKIPPED'),
    doubtful: count('DOUBTFUL'),
    rejected: count('REJECTED'),
  };
}

/** "201 rows: 197 new, 3 doubtful, 1 repeated." */
export function countsSentence(counts: OutcomeCounts): string {
  const parts = [
    [counts.new, 'new'],
    [counts.matched, 'matched'],
    [counts.repeated, 'repeated'],
    [counts.renamed, 'renamed'],
    [counts.left, 'taken off the list'],
    [counts.people, 'people in a capacity'],
    [counts.leftOut, 'left out by decision'],
    [counts.doubtful, 'doubtful'],
    [counts.rejected, 'rejected'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${counted(counts.rows, 'row')}: ${said.join(', ')}.`;
}
