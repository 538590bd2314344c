import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How many live signatures a statement has, counted from this service's own events. */
@Entity({ tableName: 'signature_count' })
export class SignatureCountRecord {
  [EntityName]?: 'signature_count';

  @PrimaryKey({ type: 'uuid' })
  statementId!: string;

  /** Of organisations. */
  @Property({ type: 'integer' })
  count!: number;

  @Property({ type: 'integer' })
  people!: number;

  /** Time of the last event counted. */
  @Property({ type: 'string', columnType: 'timestamptz' })
  asOf!: string;
}
