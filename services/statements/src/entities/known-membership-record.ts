import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An organisation's time in a coalition, as the registry told of it; a projection. */
@Entity({ tableName: 'known_membership' })
export class KnownMembershipRecord {
  [EntityName]?: 'known_membership';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'string', columnType: 'date' })
  joinedOn!: string;

  /** Last day; null while none is known. */
  @Property({ type: 'string', columnType: 'date', nullable: true })
  endedOn!: string | null;
}
