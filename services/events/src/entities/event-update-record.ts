import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An entry of the update feed: something that happened at, or to, an event. */
@Entity({ tableName: 'event_update' })
export class EventUpdateRecord {
  [EntityName]?: 'event_update';

  /** Grows in the order of commits. */
  @PrimaryKey({ type: 'bigint' })
  sequence!: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid', nullable: true })
  agendaItemId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  deadlineId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  deliveryId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  sideEventId!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz' })
  occurredAt!: string;

  /** With `position`: the event of the bus that told of it. */
  @Property({ type: 'text' })
  stream!: string;

  @Property({ type: 'bigint' })
  position!: string;
}
