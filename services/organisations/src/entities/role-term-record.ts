import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An organisation's time in a role of a coalition; both days count. */
@Entity({ tableName: 'role_term' })
export class RoleTermRecord {
  [EntityName]?: 'role_term';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'text' })
  role!: string;

  @Property({ type: 'string', columnType: 'date' })
  since!: string;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  until!: string | null;
}
