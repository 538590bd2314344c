import type { CursorSealer } from '../paging/cursor.js';
import { sealFeedCursor } from './feed-cursor.js';

/** A row of a feed as it is read, see `updatesAfter`. */
export interface UpdateRow {
  readonly sequence: number;
  readonly subjectId: string;
  readonly kind: string;
  readonly occurredAt: string;
}

/** An update as all its followers share it: what it costs is paid once. Services add what it is about. */
export abstract class FeedUpdate<Row extends UpdateRow> {
  #cursor: string | undefined;

  constructor(
    protected readonly row: Row,
    private readonly sealer: CursorSealer,
  ) {}

  get sequence(): number {
    return this.row.sequence;
  }

  get cursor(): string {
    this.#cursor ??= sealFeedCursor(this.sealer, this.row.subjectId, this.row.sequence);
    return this.#cursor;
  }

  get occurredAt(): string {
    return this.row.occurredAt;
  }

  get kind(): Row['kind'] {
    return this.row.kind;
  }
}
