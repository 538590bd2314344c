import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A body that meets: the Human Rights Council, a committee, a commission. */
@Entity({ tableName: 'body' })
export class BodyRecord {
  [EntityName]?: 'body';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** In capitals, unique. */
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;
}
