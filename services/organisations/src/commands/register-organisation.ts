import { type Command, chooseSlug, cleanLine, InvalidInput } from '@coalition-hub/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import { canAdminister } from '../policies/can-administer.js';
import { OrganisationKind } from '../types/organisation-kind.js';
import { AlreadyRegistered } from '../types/refusals.js';
import { checkedNetworks, checkedParent, setNetworks } from './hierarchy.js';
import { OrganisationDetails } from './organisation-details.js';
import {
  cleanAcronym,
  cleanConsultativeStatus,
  cleanIdentifiers,
  cleanLegalName,
  cleanOtherNames,
  cleanWebsite,
} from './organisation-input.js';
import { organisationTold } from './organisation-told.js';
import { placeOf } from './place-of.js';

@InputType({ description: 'An organisation to enter into the registry.' })
export class RegisterOrganisationInput extends OrganisationDetails {
  @Field(() => String, { description: 'The name it goes by, 300 characters at most.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Readable name for addresses; made of the name if left out.',
  })
  slug?: string | null;
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
    const record = recordOf(scope.newId('organisation'), input);
    record.parentId = await checkedParent(scope, null, input.parentId);
    const networkIds = await checkedNetworks(scope, null, input.networkIds ?? []);
    record.slug = await chooseSlug(scope.sql, 'organisation', input.slug, record.name);
    scope.em.persist(record);
    await scope.flush({
      organisation_once: () => new AlreadyRegistered(),
      organisation_slug: () => new InvalidInput('slug', '"slug" is taken already.'),
    });
    await setNetworks(scope, record.id, networkIds);
    await writeNameKeys(scope.sql, [record]);
    scope.emit({ type: 'ORGANISATION_REGISTERED', subject: record.id, data: organisationTold(record) });
    return Object.assign(new RegisterOrganisationSuccess(), { organisationId: record.id });
  },
};

function recordOf(id: string, input: RegisterOrganisationInput): OrganisationRecord {
  const name = cleanLine(input.name, { field: 'name', max: 300 });
  return Object.assign(new OrganisationRecord(), {
    id,
    name,
    legalName: cleanLegalName(input.legalName, name),
    acronym: cleanAcronym(input.acronym),
    otherNames: cleanOtherNames(input.otherNames ?? []),
    kind: input.kind ?? (input.parentId == null ? OrganisationKind.ASSOCIATION : OrganisationKind.CHAPTER),
    ...cleanConsultativeStatus(input.consultativeStatus),
    ...placeOf(input),
    website: cleanWebsite(input.website),
    identifiers: cleanIdentifiers(input.identifiers ?? []),
    mergedInto: null,
  });
}
