import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Changes to how many organisations there are in a place; kept by the database itself. */
@Entity({ tableName: 'organisation_total' })
export class OrganisationTotalRecord {
  [EntityName]?: 'organisation_total';

  @PrimaryKey({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'integer' })
  change!: number;
}
