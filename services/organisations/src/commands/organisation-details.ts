import { Field, ID, InputType } from 'type-graphql';
import { Region } from '../geography/region.js';
import { ConsultativeStatusInput } from '../types/consultative-status.js';
import { IdentifierScheme } from '../types/identifier.js';
import { OrganisationKind } from '../types/organisation-kind.js';
import { NameKind } from '../types/organisation-name.js';

@InputType({ description: 'A name besides the usual one.' })
export class OrganisationNameInput {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47.' })
  language?: string | null;

  @Field(() => NameKind, {
    nullable: true,
    description:
      'OTHER_LANGUAGE, FORMER or ALIAS. If left out, a name with a language is the name in that language, another one an alias.',
  })
  kind?: NameKind | null;
}

@InputType({ description: 'What an organisation is called in a register.' })
export class OrganisationIdentifierInput {
  @Field(() => IdentifierScheme, { description: 'The register.' })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The identifier in that register.' })
  value!: string;
}

/** What can be said of an organisation when it is registered and later. */
@InputType({ description: 'What is known of an organisation.' })
export abstract class OrganisationDetails {
  @Field(() => String, {
    nullable: true,
    description: 'The name in its statutes, where that is another one.',
  })
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'The short form of its name, 30 characters at most.' })
  acronym?: string | null;

  @Field(() => [OrganisationNameInput], { nullable: true, description: 'Its other names, 20 at most.' })
  otherNames?: OrganisationNameInput[] | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'What sort of body it is; a chapter if left out with a parent, an association without.',
  })
  kind?: OrganisationKind | null;

  @Field(() => ID, { nullable: true, description: 'The larger body that it is a chapter of.' })
  parentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The networks that it is a constituent of, 50 at most.',
  })
  networkIds?: string[] | null;

  @Field(() => ConsultativeStatusInput, {
    nullable: true,
    description: 'Its consultative status with ECOSOC.',
  })
  consultativeStatus?: ConsultativeStatusInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it sits, ISO 3166-1 alpha-2, and XK for Kosovo; left out for bodies of no one country.',
  })
  country?: string | null;

  @Field(() => Region, { nullable: true, description: 'Part of the world; only where no country says it.' })
  region?: Region | null;

  @Field(() => String, { nullable: true, description: 'Its website, an http or https address.' })
  website?: string | null;

  @Field(() => [OrganisationIdentifierInput], {
    nullable: true,
    description: 'What registers call it, 10 at most.',
  })
  identifiers?: OrganisationIdentifierInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}
