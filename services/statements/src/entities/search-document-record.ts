import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What a statement says now in one language, for searching; made of its current revision and that one's translations. */
@Entity({ tableName: 'search_document' })
export class SearchDocumentRecord {
  [EntityName]?: 'search_document';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  /** BCP 47, canonical. */
  @PrimaryKey({ type: 'text' })
  language!: string;

  /** Name of the text search configuration that the document was made with. */
  @Property({ type: 'text' })
  configuration!: string;

  @Property({ type: 'string', columnType: 'tsvector' })
  document!: string;
}
