import { type CursorSealer, FeedUpdate } from '@coalition-hub/subgraph';
import type { Amendment } from '../types/amendment.js';
import type { Revision } from '../types/revision.js';
import type { Signature } from '../types/signature.js';
import type { Statement } from '../types/statement.js';
import type { UpdateFacts } from './update-facts.js';
import type { UpdateRow } from './update-row.js';

/** Something that happened to a statement, as all its followers share it. */
export class StatementFeedUpdate extends FeedUpdate<UpdateRow> {
  constructor(
    row: UpdateRow,
    private readonly facts: UpdateFacts,
    sealer: CursorSealer,
  ) {
    super(row, sealer);
  }

  get isPublic(): boolean {
    return this.row.isPublic;
  }

  get statement(): Promise<Statement | null> {
    return this.facts.statement(this.row.subjectId);
  }

  get revision(): Promise<Revision | null> | null {
    const { revisionId } = this.row;
    return revisionId === null ? null : this.facts.revision(revisionId);
  }

  get signature(): Signature | null {
    const { signatureId } = this.row;
    return signatureId === null ? null : { id: signatureId };
  }

  get amendment(): Promise<Amendment | null> | null {
    const { amendmentId } = this.row;
    return amendmentId === null ? null : this.facts.amendment(amendmentId);
  }
}
