import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A proposal to put other words in the place of a passage. */
@Entity({ tableName: 'amendment' })
export class AmendmentRecord {
  [EntityName]?: 'amendment';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  /** Of the revision that the passage was found in. */
  @Property({ type: 'integer' })
  revisionNumber!: number;

  @Property({ type: 'text' })
  passage!: string;

  @Property({ type: 'text' })
  replacement!: string;

  @Property({ type: 'text' })
  reason!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  /** Whether members of the coalition may see it; else it is for insiders only. */
  @Property({ type: 'boolean' })
  shared!: boolean;

  @Property({ type: 'string', columnType: 'timestamptz' })
  proposedAt!: string;

  @Property({ type: 'text' })
  state!: string;

  @Property({ type: 'text', nullable: true })
  note!: string | null;

  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  decidedAt!: string | null;

  /** The revision that accepting it made. */
  @Property({ type: 'uuid', nullable: true })
  resultingRevisionId!: string | null;
}
