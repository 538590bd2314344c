import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A word that some name has or had, where misspelt words are looked up. Kept by a projection: many register names with
 * the same words at once, and must not wait for each other to count them.
 */
@Entity({ tableName: 'name_word' })
export class NameWordRecord {
  [EntityName]?: 'nameWord';

  @PrimaryKey({ type: 'text' })
  word!: string;

  /** About how many names have it. */
  @Property({ type: 'int' })
  uses!: number;
}
