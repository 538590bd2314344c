import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A revision's text in another language. */
@Entity({ tableName: 'translation' })
export class TranslationRecord {
  [EntityName]?: 'translation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  revisionId!: string;

  /** BCP 47, canonical. */
  @Property({ type: 'text' })
  language!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'integer' })
  wordCount!: number;

  @Property({ type: 'string', columnType: 'timestamptz' })
  addedAt!: string;
}
