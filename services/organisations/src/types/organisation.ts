import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { OtherName } from '../entities/organisation-record.js';
import { Region } from '../geography/region.js';
import { ConsultativeStatus } from './consultative-status.js';
import { OrganisationIdentifier } from './identifier.js';
import { OrganisationKind } from './organisation-kind.js';
import { OrganisationName } from './organisation-name.js';

@ObjectType({ description: 'A body that can sign: an association, a network, a chapter, an institution.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Readable name for addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'The name it goes by.' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in its statutes, where that is another one.',
  })
  readonly legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'The short form of its name, made of initials.' })
  readonly acronym!: string | null;

  @Field(() => [OrganisationName], {
    description: 'Its other names: in other languages, former ones, and aliases.',
  })
  readonly otherNames!: readonly OtherName[];

  @Field(() => OrganisationKind, { description: 'What sort of body it is.' })
  readonly kind!: OrganisationKind;

  @Field(() => ConsultativeStatus, {
    nullable: true,
    description: 'Its consultative status with ECOSOC; null if it has none.',
  })
  readonly consultativeStatus!: ConsultativeStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it sits, ISO 3166-1 alpha-2, and XK for Kosovo; null for bodies of no one country.',
  })
  readonly country!: string | null;

  @Field(() => Region, { nullable: true, description: 'Part of the world it belongs to.' })
  readonly region!: Region | null;

  @Field(() => String, { nullable: true, description: 'Its website.' })
  readonly website!: string | null;

  @Field(() => [OrganisationIdentifier], { description: 'What registers call it.' })
  readonly identifiers!: readonly OrganisationIdentifier[];

  readonly parentId!: string | null;

  readonly mergedIntoId!: string | null;
}
