import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What this service knows of a frozen list of signatories, by event. */
@Entity({ tableName: 'known_list' })
export class KnownListRecord {
  [EntityName]?: 'known_list';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'text' })
  digest!: string;
}
