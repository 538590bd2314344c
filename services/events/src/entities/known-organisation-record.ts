import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** That an organisation exists, by event. */
@Entity({ tableName: 'known_organisation' })
export class KnownOrganisationRecord {
  [EntityName]?: 'known_organisation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;
}
