import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A person's role in a coalition, or in the whole hub where `coalitionId` is null. */
@Entity({ tableName: 'role' })
export class RoleRecord {
  [EntityName]?: 'role';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  personId!: string;

  @Property({ type: 'uuid', nullable: true })
  coalitionId!: string | null;

  @Property({ type: 'text' })
  role!: string;

  @Property({ type: 'string', columnType: 'timestamptz', runtimeType: 'string', nullable: true })
  revokedAt!: string | null;
}
