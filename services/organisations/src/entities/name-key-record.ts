import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** One name of an organisation in the forms by which it is found; made by `keyedName`, made anew with every change. */
@Entity({ tableName: 'name_key' })
export class NameKeyRecord {
  [EntityName]?: 'nameKey';

  @PrimaryKey({ type: 'uuid' })
  organisationId!: string;

  @PrimaryKey({ type: 'int' })
  position!: number;

  @Property({ type: 'text' })
  identity!: string;

  /** What stands beside the name: the organisation's country, or the one an alias was printed with. */
  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text[]' })
  keys!: string[];

  @Property({ type: 'boolean' })
  latin!: boolean;
}
