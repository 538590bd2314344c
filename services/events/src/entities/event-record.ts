import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A session of a body in one place; both days count. */
@Entity({ tableName: 'event' })
export class EventRecord {
  [EntityName]?: 'event';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'uuid' })
  bodyId!: string;

  @Property({ type: 'text', nullable: true })
  session!: string | null;

  @Property({ type: 'string', columnType: 'date' })
  startsOn!: string;

  @Property({ type: 'string', columnType: 'date' })
  endsOn!: string;

  @Property({ type: 'text' })
  place!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  /** Of the IANA database. */
  @Property({ type: 'text', nullable: true })
  timezone!: string | null;
}
