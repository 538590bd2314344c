import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An entry of the update feed: something that happened to a coalition. */
@Entity({ tableName: 'coalition_update' })
export class CoalitionUpdateRecord {
  [EntityName]?: 'coalition_update';

  /** Grows in the order of commits. */
  @PrimaryKey({ type: 'bigint' })
  sequence!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  membershipId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  roleTermId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  workingGroupId!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz' })
  occurredAt!: string;

  /** With `position`: the event that told of it. */
  @Property({ type: 'text' })
  stream!: string;

  @Property({ type: 'bigint' })
  position!: string;
}
