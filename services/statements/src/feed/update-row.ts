import type { StatementUpdateKind } from '../types/statement-update-kind.js';

/** An entry of the feed as it is read. */
export interface UpdateRow {
  readonly sequence: number;
  readonly statementId: string;
  readonly kind: StatementUpdateKind;
  readonly revisionId: string | null;
  readonly signatureId: string | null;
  readonly occurredAt: string;
  /** Whether the entry was there for everybody when it was read; then it stays so. */
  readonly isPublic: boolean;
}
