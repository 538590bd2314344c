import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A frozen list; neither it nor its entries ever change. */
@Entity({ tableName: 'signatory_list' })
export class SignatoryListRecord {
  [EntityName]?: 'signatory_list';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  /** The revision that could be signed when the list was frozen. */
  @Property({ type: 'uuid' })
  revisionId!: string;

  @Property({ type: 'text' })
  digest!: string;

  @Property({ type: 'integer' })
  size!: number;

  /** How many of them are people. */
  @Property({ type: 'integer' })
  people!: number;

  /** Whole milliseconds: the digest is made of what the API shows. */
  @Property({ type: 'string', columnType: 'timestamptz' })
  frozenAt!: string;
}
