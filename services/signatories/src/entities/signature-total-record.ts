import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Changes to how many signatures of a sort the current list of a statement shows; kept by the database itself. */
@Entity({ tableName: 'signature_total' })
export class SignatureTotalRecord {
  [EntityName]?: 'signature_total';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'boolean' })
  person!: boolean;

  @Property({ type: 'boolean' })
  late!: boolean;

  @Property({ type: 'text' })
  provenance!: string;

  @Property({ type: 'integer' })
  change!: number;
}
