import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What is true of a statement whatever its text says; the text is in its revisions. */
@Entity({ tableName: 'statement' })
export class StatementRecord {
  [EntityName]?: 'statement';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  /** Organisations, in the order in which they are named. */
  @Property({ type: 'uuid[]' })
  coAuthorIds!: string[];

  /** Of the current revision; lists are ordered by it. */
  @Property({ type: 'text' })
  title!: string;

  /** Number of the current revision. */
  @Property({ type: 'integer' })
  currentNumber!: number;

  /** Number of the current revision when members of the coalition were let in; null before. */
  @Property({ type: 'integer', nullable: true })
  consultationFromNumber!: number | null;

  @Property({ type: 'string', columnType: 'timestamptz' })
  createdAt!: string;

  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  withdrawnAt!: string | null;
}
