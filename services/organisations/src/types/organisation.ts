import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { OtherName } from '../entities/organisation-record.js';
import { Region } from '../geography/region.js';
import { OrganisationIdentifier } from './identifier.js';

@ObjectType({ description: 'A name besides the usual one: in another language, or an earlier one.' })
export class OrganisationName {
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47.' })
  readonly language!: string | null;
}

@ObjectType({ description: 'A body that can sign: an association, a network, a chapter, an institution.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Readable name for addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'The name it goes by.' })
  readonly name!: string;

  @Field(() => [OrganisationName], { description: 'Its other names.' })
  readonly otherNames!: readonly OtherName[];

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
}
