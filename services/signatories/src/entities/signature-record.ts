import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A public signature, of an organisation or of a person. Name, country and region are those of the moment of signing. */
@Entity({ tableName: 'signature' })
export class SignatureRecord {
  [EntityName]?: 'signature';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  /** Null for a person. */
  @Property({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  /** In which capacity a person signed; null for an organisation. */
  @Property({ type: 'text', nullable: true })
  capacity!: string | null;

  /** `SIGNED_BY_MANDATE` or `REPORTED_BY_COORDINATOR`. */
  @Property({ type: 'text' })
  provenance!: string;

  @Property({ type: 'uuid' })
  revisionId!: string;

  @Property({ type: 'text' })
  revisionDigest!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  region!: string | null;

  /** `SIGNED`, `WITHDRAWN` or `REPEATED`. */
  @Property({ type: 'text' })
  status!: string;

  /** Whether it is part of the current list: as long as it is live, and for good once a frozen list names it. */
  @Property({ type: 'boolean' })
  shown!: boolean;

  @Property({ type: 'boolean' })
  late!: boolean;

  @Property({ type: 'string', columnType: 'date' })
  signedOn!: string;

  @Property({ type: 'string', columnType: 'timestamptz' })
  signedAt!: string;

  @Property({ type: 'string', columnType: 'timestamptz', nullable: true })
  withdrawnAt!: string | null;
}
