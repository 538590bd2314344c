import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** One signatory of a frozen list, as it was when the list was frozen. */
@Entity({ tableName: 'list_entry' })
export class ListEntryRecord {
  [EntityName]?: 'list_entry';

  @PrimaryKey({ type: 'uuid' })
  listId!: string;

  @PrimaryKey({ type: 'uuid' })
  signatureId!: string;

  @Property({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Property({ type: 'text', nullable: true })
  capacity!: string | null;

  @Property({ type: 'text' })
  provenance!: string;

  @Property({ type: 'uuid' })
  revisionId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'boolean' })
  late!: boolean;

  @Property({ type: 'string', columnType: 'date' })
  signedOn!: string;
}
