import type { Rights } from '@coalition-hub/subgraph';
import { canReviseStatement, type RevisedStatement } from './can-revise-statement.js';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may put a statement into another language: whoever may write it, and translators of the coalition. */
export function canAddTranslation(rights: Rights, statement: RevisedStatement): boolean {
  return (
    rights.hasRole(statement.coalitionId, coalitionPermissions['add translations']) ||
    canReviseStatement(rights, statement)
  );
}
