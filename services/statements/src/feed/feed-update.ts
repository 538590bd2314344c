import type { CursorSealer } from '@coalition-hub/subgraph';
import type { Revision } from '../types/revision.js';
import type { Signature } from '../types/signature.js';
import type { Statement } from '../types/statement.js';
import type { StatementUpdateKind } from '../types/statement-update-kind.js';
import { sealFeedCursor } from './feed-cursor.js';
import type { UpdateFacts } from './update-facts.js';
import type { UpdateRow } from './update-row.js';

/** An update as all its followers share it: what it costs is paid once. */
export class FeedUpdate {
  #cursor: string | undefined;

  constructor(
    private readonly row: UpdateRow,
    private readonly facts: UpdateFacts,
    private readonly sealer: CursorSealer,
  ) {}

  get sequence(): number {
    return this.row.sequence;
  }

  get isPublic(): boolean {
    return this.row.isPublic;
  }

  get cursor(): string {
    this.#cursor ??= sealFeedCursor(this.sealer, this.row.statementId, this.row.sequence);
    return this.#cursor;
  }

  get occurredAt(): string {
    return this.row.occurredAt;
  }

  get kind(): StatementUpdateKind {
    return this.row.kind;
  }

  get statement(): Promise<Statement> {
    return this.facts.statement();
  }

  get revision(): Promise<Revision | null> {
    const { revisionId } = this.row;
    return revisionId === null ? Promise.resolve(null) : this.facts.revision(revisionId);
  }

  get signature(): Signature | null {
    const { signatureId } = this.row;
    return signatureId === null ? null : { id: signatureId };
  }
}
