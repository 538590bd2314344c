import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An organisation's time in a coalition; both days count. */
@Entity({ tableName: 'membership' })
export class MembershipRecord {
  [EntityName]?: 'membership';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'text' })
  role!: string;

  @Property({ type: 'string', columnType: 'date' })
  joinedOn!: string;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  endedOn!: string | null;

  /** The organisation's, as are country and region: kept by the database, and never written here. */
  @Property({ type: 'text', persist: false })
  name!: string;

  @Property({ type: 'text', nullable: true, persist: false })
  country!: string | null;

  @Property({ type: 'text', nullable: true, persist: false })
  region!: string | null;
}
