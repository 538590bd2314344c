import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'note' })
export class NoteRecord {
  [EntityName]?: 'note';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  boardId!: string;

  /** Not unique: pages must get over ties. */
  @Property({ type: 'text' })
  title!: string;

  /** Unique within the board, checked at once. */
  @Property({ type: 'text', nullable: true })
  pin!: string | null;

  /** Unique, checked at commit. */
  @Property({ type: 'text', nullable: true })
  seal!: string | null;
}
