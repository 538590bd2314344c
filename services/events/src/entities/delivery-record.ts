import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { DeliveryMode } from '../types/delivery-mode.js';

/** A statement was made at an event, in the name of a frozen list. */
@Entity({ tableName: 'delivery' })
export class DeliveryRecord {
  [EntityName]?: 'delivery';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'uuid', nullable: true })
  agendaItemId!: string | null;

  @Property({ type: 'uuid' })
  listId!: string;

  @Property({ type: 'text' })
  listDigest!: string;

  @Property({ type: 'string', columnType: 'date' })
  deliveredOn!: string;

  /** Ids of organisations, in the order in which they were named. */
  @Property({ type: 'uuid[]' })
  deliveredByIds!: string[];

  @Property({ type: 'text' })
  mode!: DeliveryMode;

  @Property({ type: 'uuid', nullable: true })
  speakerId!: string | null;

  /** Ids of organisations, in the order in which they were named. */
  @Property({ type: 'uuid[]' })
  onBehalfOfIds!: string[];

  @Property({ type: 'text', nullable: true })
  reference!: string | null;

  @Property({ type: 'text', nullable: true })
  addressees!: string | null;
}
