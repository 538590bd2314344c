import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An organisation's time in a working group, in one role; both days count. */
@Entity({ tableName: 'working_group_membership' })
export class WorkingGroupMembershipRecord {
  [EntityName]?: 'working_group_membership';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  workingGroupId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'text' })
  role!: string;

  @Property({ type: 'string', columnType: 'date' })
  since!: string;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  until!: string | null;
}
