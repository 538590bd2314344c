import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Changes to how many members a coalition has, by the day from which they count; kept by the database itself. */
@Entity({ tableName: 'membership_total' })
export class MembershipTotalRecord {
  [EntityName]?: 'membership_total';

  @PrimaryKey({ type: 'uuid' })
  coalitionId!: string;

  /** Of all regions together; else of the one, or of none. */
  @Property({ type: 'boolean' })
  whole!: boolean;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'string', columnType: 'date' })
  day!: string;

  @Property({ type: 'integer' })
  change!: number;
}
