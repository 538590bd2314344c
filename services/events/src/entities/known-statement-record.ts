import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What this service knows of a statement, by event. */
@Entity({ tableName: 'known_statement' })
export class KnownStatementRecord {
  [EntityName]?: 'known_statement';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;
}
