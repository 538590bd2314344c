import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A coalition asks an organisation to join. For the two sides' eyes only. */
@Entity({ tableName: 'coalition_invitation' })
export class CoalitionInvitationRecord {
  [EntityName]?: 'coalition_invitation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  coalitionId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  /** As last written: one that waits past its last day has expired, whatever is written here. */
  @Property({ type: 'text' })
  state!: string;

  @Property({ type: 'text', nullable: true })
  message!: string | null;

  /** Last day (UTC) on which it can be answered. */
  @Property({ type: 'string', columnType: 'date', nullable: true })
  expiresOn!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string' })
  invitedAt!: string;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string', nullable: true })
  answeredAt!: string | null;

  @Property({ type: 'uuid', nullable: true })
  membershipId!: string | null;
}
