import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What somebody said about a draft, or about an amendment to it. */
@Entity({ tableName: 'comment' })
export class CommentRecord {
  [EntityName]?: 'comment';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  /** Null for what is about the statement as a whole. */
  @Property({ type: 'uuid', nullable: true })
  amendmentId!: string | null;

  /** Null where a coordinator speaks for no organisation. */
  @Property({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  /** Whether members of the coalition may see it; else it is for insiders only. */
  @Property({ type: 'boolean' })
  shared!: boolean;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'string', columnType: 'timestamptz' })
  writtenAt!: string;
}
