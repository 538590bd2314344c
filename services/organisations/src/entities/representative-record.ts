import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What an organisation calls a person who acts for it. */
@Entity({ tableName: 'representative' })
export class RepresentativeRecord {
  [EntityName]?: 'representative';

  @PrimaryKey({ type: 'uuid' })
  organisationId!: string;

  @PrimaryKey({ type: 'text' })
  personId!: string;

  @Property({ type: 'text' })
  sealedName!: string;
}
