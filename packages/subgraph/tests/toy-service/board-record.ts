import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A coalition of which the toy was told: it has a board. */
@Entity({ tableName: 'board' })
export class BoardRecord {
  [EntityName]?: 'board';

  @PrimaryKey({ type: 'uuid' })
  id!: string;
}
