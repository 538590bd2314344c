import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** An organisation that the registry told of; a projection. */
@Entity({ tableName: 'known_organisation' })
export class KnownOrganisationRecord {
  [EntityName]?: 'known_organisation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;
}
