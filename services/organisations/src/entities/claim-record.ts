import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A person is to administer an organisation: by a mailbox at its domain, or by somebody's confirmation. */
@Entity({ tableName: 'organisation_claim' })
export class ClaimRecord {
  [EntityName]?: 'organisation_claim';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  /** Who is to administer: a keyed hash of the mailbox, which is not kept. */
  @Property({ type: 'text' })
  personId!: string;

  @Property({ type: 'text' })
  claimedBy!: string;

  /** What the person wants to be known by, sealed. */
  @Property({ type: 'text', nullable: true })
  sealedName!: string | null;

  @Property({ type: 'text' })
  way!: string;

  @Property({ type: 'text' })
  state!: string;

  /** Of the organisation's website when it was claimed by mailbox. */
  @Property({ type: 'text', nullable: true })
  domain!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string' })
  claimedAt!: string;

  /** Last day (UTC) on which whoever has the mailbox can confirm. */
  @Property({ type: 'string', columnType: 'date', nullable: true })
  confirmBy!: string | null;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  decidedOn!: string | null;

  /** Which body of the organisation decided. */
  @Property({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Property({ type: 'text', nullable: true })
  reference!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string', nullable: true })
  answeredAt!: string | null;

  @Property({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Property({ type: 'uuid', nullable: true })
  mandateId!: string | null;
}
