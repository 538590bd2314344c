import type { UpdateRow as AnyUpdateRow } from '@coalition-hub/subgraph';
import type { StatementUpdateKind } from '../types/statement-update-kind.js';

/** An entry of the feed as it is read. */
export interface UpdateRow extends AnyUpdateRow {
  readonly kind: StatementUpdateKind;
  readonly revisionId: string | null;
  readonly signatureId: string | null;
  readonly amendmentId: string | null;
  /** Whether the entry was there for everybody when it was read; then it stays so. */
  readonly isPublic: boolean;
}
