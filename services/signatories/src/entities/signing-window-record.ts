import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The one window of a statement, from its first opening on. Read and written under the window's lock only. */
@Entity({ tableName: 'signing_window' })
export class SigningWindowRecord {
  [EntityName]?: 'signing_window';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  @Property({ type: 'uuid' })
  revisionId!: string;

  @Property({ type: 'text' })
  revisionDigest!: string;

  /** Counts the openings: 1 the first time, more for late sign-ons. */
  @Property({ type: 'integer' })
  opening!: number;

  @Property({ type: 'string', columnType: 'timestamptz' })
  closesAt!: string;

  /** When it was closed and its list frozen; null since the last opening. */
  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  closedAt!: string | null;
}
