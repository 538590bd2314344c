import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** An organisation that a network is made of. */
@Entity({ tableName: 'network_constituent' })
export class NetworkConstituentRecord {
  [EntityName]?: 'networkConstituent';

  @PrimaryKey({ type: 'uuid' })
  networkId!: string;

  @PrimaryKey({ type: 'uuid' })
  organisationId!: string;
}
