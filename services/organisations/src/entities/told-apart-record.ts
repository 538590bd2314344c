import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** Somebody decided that these two are two. `one` is the smaller id. */
@Entity({ tableName: 'told_apart' })
export class ToldApartRecord {
  [EntityName]?: 'toldApart';

  @PrimaryKey({ type: 'uuid' })
  one!: string;

  @PrimaryKey({ type: 'uuid' })
  other!: string;
}
