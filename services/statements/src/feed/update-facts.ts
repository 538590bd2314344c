import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { revisionColumns } from '../loaders/revision-columns.js';
import { allStatements, statementColumns, toStatement } from '../loaders/statement-row.js';
import type { Revision } from '../types/revision.js';
import type { Statement } from '../types/statement.js';

/**
 * What updates that were read together refer to, read once and only if asked for, however many followers ask. What
 * a follower may have was decided before it gets the update.
 */
export class UpdateFacts {
  #statement: Promise<Statement> | undefined;
  readonly #revisions: DataLoader<string, Revision | null>;

  constructor(
    private readonly reads: Reads<Tables>,
    private readonly statementId: string,
  ) {
    this.#revisions = new DataLoader((ids) => this.#readRevisions(ids));
  }

  statement(): Promise<Statement> {
    this.#statement ??= this.#readStatement().catch((error: unknown) => {
      // The next follower tries again.
      this.#statement = undefined;
      throw error;
    });
    return this.#statement;
  }

  revision(id: string): Promise<Revision | null> {
    return this.#revisions.load(id).catch((error: unknown) => {
      this.#revisions.clear(id);
      throw error;
    });
  }

  async #readStatement(): Promise<Statement> {
    const row = await allStatements(this.reads)
      .select(statementColumns)
      .where('statement.id', '=', this.statementId)
      .executeTakeFirstOrThrow();
    return toStatement(row);
  }

  async #readRevisions(ids: readonly string[]): Promise<(Revision | null)[]> {
    const rows = await this.reads
      .selectFrom('revision')
      .select(revisionColumns)
      .where('revision.id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  }
}
