import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That a statement was delivered with a list, by event. */
@Entity({ tableName: 'known_delivery' })
export class KnownDeliveryRecord {
  [EntityName]?: 'known_delivery';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'uuid' })
  listId!: string;

  @Property({ type: 'string', columnType: 'date' })
  deliveredOn!: string;

  /** Place in the stream of `events`: decides between deliveries of one day. */
  @Property({ type: 'integer' })
  position!: number;
}
