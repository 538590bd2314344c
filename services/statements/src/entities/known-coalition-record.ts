import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A coalition that the registry told of; a projection. */
@Entity({ tableName: 'known_coalition' })
export class KnownCoalitionRecord {
  [EntityName]?: 'known_coalition';

  @PrimaryKey({ type: 'uuid' })
  id!: string;
}
