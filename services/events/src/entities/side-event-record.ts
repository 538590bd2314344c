import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What organisations hold beside an event. */
@Entity({ tableName: 'side_event' })
export class SideEventRecord {
  [EntityName]?: 'side_event';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  title!: string;

  /** Ids of organisations, in the order in which they were named. */
  @Property({ type: 'uuid[]' })
  organiserIds!: string[];

  @Property({ type: 'string', columnType: 'timestamptz' })
  startsAt!: string;

  @Property({ type: 'text' })
  place!: string;
}
