import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A name in another language or an earlier one; `language` is BCP 47. */
export interface OtherName {
  readonly name: string;
  readonly language: string | null;
}

export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

@Entity({ tableName: 'organisation' })
export class OrganisationRecord {
  [EntityName]?: 'organisation';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'jsonb' })
  otherNames!: readonly OtherName[];

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'text', nullable: true })
  website!: string | null;

  @Property({ type: 'jsonb' })
  identifiers!: readonly Identifier[];
}
