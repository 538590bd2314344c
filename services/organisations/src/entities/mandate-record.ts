import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A person may act for an organisation. The person is a keyed hash of a mailbox; the mailbox is not kept. */
@Entity({ tableName: 'mandate' })
export class MandateRecord {
  [EntityName]?: 'mandate';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'text' })
  personId!: string;

  @Property({ type: 'text[]' })
  scopes!: string[];

  @Property({ type: 'uuid', nullable: true })
  statementId!: string | null;

  @Property({ type: 'string', columnType: 'date' })
  decidedOn!: string;

  @Property({ type: 'text' })
  decidedBy!: string;

  /** Where the decision can be found, such as the number of the minutes. */
  @Property({ type: 'text', nullable: true })
  reference!: string | null;

  @Property({ type: 'text' })
  state!: string;

  /** Who offered it, if it was offered: an offer of somebody who may not administer any more is void. */
  @Property({ type: 'text', nullable: true })
  offeredBy!: string | null;

  /** Last day (UTC) on which an offer can be answered. */
  @Property({ type: 'string', columnType: 'date', nullable: true })
  answerBy!: string | null;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  startsOn!: string | null;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  endsOn!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string', nullable: true })
  revokedAt!: string | null;
}
