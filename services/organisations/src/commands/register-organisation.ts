import { type Command, chooseSlug, cleanLine, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { isCountry, regionOf } from '../geography/country.js';
import { Region } from '../geography/region.js';
import { canAdminister } from '../policies/can-administer.js';
import { IdentifierScheme } from '../types/identifier.js';
import { AlreadyRegistered } from '../types/refusals.js';
import { cleanIdentifiers, cleanOtherNames, cleanWebsite } from './organisation-input.js';

@InputType({ description: 'A name besides the usual one.' })
export class OrganisationNameInput {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47.' })
  language?: string | null;
}

@InputType({ description: 'What an organisation is called in a register.' })
export class OrganisationIdentifierInput {
  @Field(() => IdentifierScheme, { description: 'The register.' })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The identifier in that register.' })
  value!: string;
}

@InputType({ description: 'An organisation to enter into the registry.' })
export class RegisterOrganisationInput {
  @Field(() => String, { description: 'The name it goes by, 300 characters at most.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Readable name for addresses; made of the name if left out.',
  })
  slug?: string | null;

  @Field(() => [OrganisationNameInput], { nullable: true, description: 'Its other names, 20 at most.' })
  otherNames?: OrganisationNameInput[] | null;

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
    description: 'Makes a repeat with the same input harmless; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation is registered.' })
export class RegisterOrganisationSuccess {
  organisationId!: string;
}

export const registerOrganisation: Command<
  Tables,
  RegisterOrganisationInput,
  object,
  RegisterOrganisationSuccess
> = {
  name: 'registerOrganisation',
  subject: 'registry',
  success: RegisterOrganisationSuccess,
  load: async () => ({}),
  policy: canAdminister,
  async change(scope, _registry, input) {
    const record = Object.assign(new OrganisationRecord(), {
      id: scope.newId('organisation'),
      name: cleanLine(input.name, { field: 'name', max: 300 }),
      otherNames: cleanOtherNames(input.otherNames ?? []),
      ...placeOf(input),
      website: cleanWebsite(input.website),
      identifiers: cleanIdentifiers(input.identifiers ?? []),
    });
    record.slug = await chooseSlug(scope.sql, 'organisation', input.slug, record.name);
    scope.em.persist(record);
    await scope.flush({
      organisation_once: () => new AlreadyRegistered(),
      organisation_slug: () => new InvalidInput('slug', '"slug" is taken already.'),
    });
    const { id, slug, name, country, region } = record;
    scope.emit({
      type: 'ORGANISATION_REGISTERED',
      subject: id,
      data: { organisationId: id, slug, name, country, region },
    });
    return Object.assign(new RegisterOrganisationSuccess(), { organisationId: id });
  },
};

function placeOf({ country, region }: RegisterOrganisationInput): {
  country: string | null;
  region: string | null;
} {
  if (country == null) return { country: null, region: region ?? null };
  if (!isCountry(country)) {
    refuse(new InvalidInput('country', '"country" must be a two-letter code of ISO 3166-1, such as "ES".'));
  }
  const derived = regionOf(country);
  if (region != null && region !== derived) {
    refuse(new InvalidInput('region', '"region" contradicts the country; leave it out.'));
  }
  return { country, region: derived };
}
