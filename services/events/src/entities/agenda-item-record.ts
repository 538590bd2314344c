import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A heading of an event's agenda; its number is unique within the event. */
@Entity({ tableName: 'agenda_item' })
export class AgendaItemRecord {
  [EntityName]?: 'agenda_item';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  /** Also "3(a)": the column sorts it as people do, 4 before 10. */
  @Property({ type: 'text' })
  number!: string;

  @Property({ type: 'text' })
  title!: string;
}
