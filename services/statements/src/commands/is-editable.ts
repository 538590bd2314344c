import { StatementStatus } from '../types/statement-status.js';

/** Whether the text of a statement may still change, and be talked about: until it was first opened for signature. */
export function isEditable(status: StatementStatus): boolean {
  return status === StatementStatus.DRAFT || status === StatementStatus.CONSULTATION;
}
