import { badInput, type CursorSealer } from '@coalition-hub/subgraph';

const listOf = (statementId: string) => `updates:${statementId}`;

/** @param sequence of an update of the statement, 0 for before the first */
export function sealFeedCursor(sealer: CursorSealer, statementId: string, sequence: number): string {
  return sealer.seal(listOf(statementId), [sequence]);
}

/** @throws Fault BAD_USER_INPUT for what is no cursor of this statement's updates */
export function openFeedCursor(sealer: CursorSealer, statementId: string, cursor: string): number {
  const [sequence] = sealer.open(listOf(statementId), cursor);
  if (typeof sequence === 'number') return sequence;
  throw badInput('This cursor does not belong to this list. Start again without one.');
}
