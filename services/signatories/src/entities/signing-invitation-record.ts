import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That an organisation was asked to sign. Whether it did follows from its signature and is not kept here. */
@Entity({ tableName: 'signing_invitation' })
export class SigningInvitationRecord {
  [EntityName]?: 'signing_invitation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  /** The organisation's when it was invited. */
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'string', columnType: 'timestamptz' })
  invitedAt!: string;

  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  declinedAt!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  withdrawnAt!: string | null;
}
