import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Changes to how many members a coalition has, by the day from which they count; kept by the database itself. */
@Entity({ tableName: 'membership_total' })
export class MembershipTotalRecord {
  [EntityName]?: 'membership_total';

  @PrimaryKey({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'string', columnType: 'date' })
  day!: string;

  @Property({ type: 'integer' })
  change!: number;
}
