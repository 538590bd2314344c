import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Members of a coalition that work on one thing; both days count. */
@Entity({ tableName: 'working_group' })
export class WorkingGroupRecord {
  [EntityName]?: 'working_group';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  purpose!: string | null;

  @Property({ type: 'string', columnType: 'date' })
  since!: string;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  until!: string | null;
}
