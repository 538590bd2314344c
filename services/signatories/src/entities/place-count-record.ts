import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How many of a statement's live signatures come from one country; only counts above zero have a row. */
@Entity({ tableName: 'place_count' })
export class PlaceCountRecord {
  [EntityName]?: 'place_count';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  @PrimaryKey({ type: 'text', nullable: true })
  country!: string | null;

  @PrimaryKey({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'integer' })
  count!: number;
}
