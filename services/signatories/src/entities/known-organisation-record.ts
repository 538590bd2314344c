import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What a signature copies of its organisation, by event. */
@Entity({ tableName: 'known_organisation' })
export class KnownOrganisationRecord {
  [EntityName]?: 'known_organisation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;
}
