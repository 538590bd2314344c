import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What this service knows of a revision, by event. */
@Entity({ tableName: 'known_revision' })
export class KnownRevisionRecord {
  [EntityName]?: 'known_revision';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'text' })
  digest!: string;
}
