import { diffArrays } from 'diff';
import type { DifferenceSpan } from '../types/difference.js';
import { DifferenceKind } from '../types/difference-kind.js';
import type { Edits } from './edits.js';

/** What became of the words of a paragraph; null where too many changed to find out. */
export function compareWords(
  from: readonly string[],
  to: readonly string[],
  edits: Edits,
): DifferenceSpan[] | null {
  const changes = diffArrays([...from], [...to], { maxEditLength: edits.left });
  edits.spend(changes ? changes.reduce((sum, change) => sum + editsOf(change), 0) : edits.left);
  return changes?.map((change) => ({ kind: kindOf(change), text: change.value.join('') })) ?? null;
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

const editsOf = ({ added, removed, count }: Change) => (added || removed ? count : 0);

export function kindOf({ added, removed }: Omit<Change, 'count'>): DifferenceKind {
  if (added) return DifferenceKind.ADDED;
  return removed ? DifferenceKind.REMOVED : DifferenceKind.UNCHANGED;
}
