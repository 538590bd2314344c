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

  @Property({ type: 'string', columnType: 'date', nullable: true })
  endsOn!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string', nullable: true })
  revokedAt!: string | null;
}
