import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Two organisations that may be one, as the names say; kept by a projection. `one` is the smaller id. */
@Entity({ tableName: 'duplicate_proposal' })
export class DuplicateProposalRecord {
  [EntityName]?: 'duplicateProposal';

  @PrimaryKey({ type: 'uuid' })
  one!: string;

  @PrimaryKey({ type: 'uuid' })
  other!: string;

  @Property({ type: 'text' })
  reason!: string;

  /** In thousandths; 0 for the same name. */
  @Property({ type: 'int' })
  distance!: number;
}
