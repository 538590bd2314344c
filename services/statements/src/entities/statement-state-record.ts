import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * What other services did with a statement; a projection. A row exists from the first opening on, and with it the
 * statement is public for good. A delivery names a frozen list, so it is proof of an opening too.
 */
@Entity({ tableName: 'statement_state' })
export class StatementStateRecord {
  [EntityName]?: 'statement_state';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  /** Whether it was opened and not closed since. It can be signed only until its deadline, too: nobody tells of that. */
  @Property({ type: 'boolean' })
  open!: boolean;

  /** Deadline of the latest opening; null while only a delivery was heard of. */
  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  closesAt!: string | null;

  @Property({ type: 'boolean' })
  delivered!: boolean;

  /** The smallest number of a revision that was opened; null while only a delivery was heard of. */
  @Property({ type: 'integer', nullable: true })
  firstOpenedNumber!: number | null;
}
