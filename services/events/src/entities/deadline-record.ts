import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { DeadlineKind } from '../types/deadline-kind.js';

/**
 * By when something has to be done for an event: as it was stated, and the instant that this meant when it was stated.
 * A later change of a timezone's rules moves no instant.
 */
@Entity({ tableName: 'deadline' })
export class DeadlineRecord {
  [EntityName]?: 'deadline';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  kind!: DeadlineKind;

  @Property({ type: 'text', nullable: true })
  label!: string | null;

  /** `YYYY-MM-DDTHH:MM`. */
  @Property({ type: 'text' })
  localTime!: string;

  @Property({ type: 'text' })
  timezone!: string;

  @Property({ type: 'string', columnType: 'timestamptz' })
  instant!: string;

  @Property({ type: 'boolean' })
  ambiguous!: boolean;
}
