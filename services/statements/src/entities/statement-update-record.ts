import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An entry of the update feed: something that happened to a statement, here or in another service. */
@Entity({ tableName: 'statement_update' })
export class StatementUpdateRecord {
  [EntityName]?: 'statement_update';

  /** Grows in the order of commits. */
  @PrimaryKey({ type: 'bigint' })
  sequence!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid', nullable: true })
  revisionId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  signatureId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  amendmentId!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz' })
  occurredAt!: string;

  /** With `position`: the event that told of it. */
  @Property({ type: 'text' })
  stream!: string;

  @Property({ type: 'bigint' })
  position!: string;
}
