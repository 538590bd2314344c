import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A name besides the usual one; `language` is BCP 47. */
export interface OtherName {
  readonly name: string;
  readonly language: string | null;
  readonly kind: 'OTHER_LANGUAGE' | 'FORMER' | 'ALIAS';
  /** What an alias was printed with, ISO 3166-1 alpha-2 or null; absent where that is the organisation's own. */
  readonly country?: string | null;
  /** First day on which it went by another name, `YYYY-MM-DD`; absent where nobody knows, and for all but former names. */
  readonly until?: string;
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

  @Property({ type: 'text', nullable: true })
  legalName!: string | null;

  @Property({ type: 'text', nullable: true })
  acronym!: string | null;

  @Property({ type: 'jsonb' })
  otherNames!: readonly OtherName[];

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Property({ type: 'text', nullable: true })
  consultativeCategory!: string | null;

  @Property({ type: 'string', columnType: 'date', nullable: true })
  consultativeSince!: string | null;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  @Property({ type: 'text', nullable: true })
  website!: string | null;

  @Property({ type: 'jsonb' })
  identifiers!: readonly Identifier[];

  /** The organisation that this one turned out to be; such a row is read by id and slug only. */
  @Property({ type: 'uuid', nullable: true })
  mergedInto!: string | null;
}
