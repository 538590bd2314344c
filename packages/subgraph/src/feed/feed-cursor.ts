import { badInput } from '../errors/fault.js';
import type { CursorSealer } from '../paging/cursor.js';

const listOf = (subjectId: string) => `updates:${subjectId}`;

/** @param sequence of an update of the subject, 0 for before the first */
export function sealFeedCursor(sealer: CursorSealer, subjectId: string, sequence: number): string {
  return sealer.seal(listOf(subjectId), [sequence]);
}

/** @throws Fault BAD_USER_INPUT for what is no cursor of this subject's updates */
export function openFeedCursor(sealer: CursorSealer, subjectId: string, cursor: string): number {
  const [sequence] = sealer.open(listOf(subjectId), cursor);
  if (typeof sequence === 'number') return sequence;
  throw badInput('This cursor does not belong to this list. Start again without one.');
}
