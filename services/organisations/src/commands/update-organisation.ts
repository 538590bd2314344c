import {
  type Command,
  type CommandScope,
  cleanLine,
  InvalidInput,
  isUuid,
  refuse,
} from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OrganisationRecord, type OtherName } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import type { Region } from '../geography/region.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import { canAdminister } from '../policies/can-administer.js';
import { OrganisationKind } from '../types/organisation-kind.js';
import { AlreadyRegistered } from '../types/refusals.js';
import { checkedNetworks, checkedParent, lockHierarchy, setNetworks } from './hierarchy.js';
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

@InputType({
  description:
    'What to change about an organisation. What is left out stays, null takes away, a list takes the place of the one before.',
})
export class UpdateOrganisationInput extends OrganisationDetails {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name it goes by from now on, 300 characters at most. The one before is remembered as an alias, unless "otherNames" says what becomes of it. The slug stays.',
  })
  name?: string | null;
}

@ObjectType({ description: 'The organisation is changed.' })
export class UpdateOrganisationSuccess {
  organisationId!: string;
}

export const updateOrganisation: Command<
  Tables,
  UpdateOrganisationInput,
  OrganisationRecord,
  UpdateOrganisationSuccess
> = {
  name: 'updateOrganisation',
  subject: 'organisation',
  success: UpdateOrganisationSuccess,
  async load(scope, { organisationId, parentId, networkIds, kind }) {
    if (!isUuid(organisationId)) return null;
    if (parentId != null || networkIds != null || kind != null) await lockHierarchy(scope);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    return scope.em.findOne(OrganisationRecord, { id: organisationId, mergedInto: null }, { lockMode });
  },
  policy: canAdminister,
  async change(scope, record, input) {
    const { id } = record;
    changeNames(record, input);
    changeDetails(record, input);
    if (input.kind != null) record.kind = await checkedKind(scope, id, input.kind);
    if (input.parentId !== undefined) record.parentId = await checkedParent(scope, id, input.parentId);
    if (input.networkIds !== undefined)
      await setNetworks(scope, id, await checkedNetworks(scope, id, input.networkIds ?? []));
    await scope.flush({ organisation_once: () => new AlreadyRegistered() });
    await writeNameKeys(scope.sql, [record]);
    scope.emit({ type: 'ORGANISATION_UPDATED', subject: id, data: organisationTold(record) });
    return Object.assign(new UpdateOrganisationSuccess(), { organisationId: id });
  },
};

function changeNames(record: OrganisationRecord, input: UpdateOrganisationInput): void {
  const before = record.name;
  if (input.name === null) refuse(new InvalidInput('name', '"name" cannot be taken away.'));
  if (input.name !== undefined) record.name = cleanLine(input.name, { field: 'name', max: 300 });
  if (input.otherNames !== undefined)
    record.otherNames = withWhatIsKnown(cleanOtherNames(input.otherNames ?? []), record.otherNames);
  else if (record.name !== before) record.otherNames = [...record.otherNames, aliasOf(before)];
  if (input.legalName !== undefined) record.legalName = cleanLegalName(input.legalName, record.name);
  if (input.acronym !== undefined) record.acronym = cleanAcronym(input.acronym);
}

const aliasOf = (name: string): OtherName => ({ name, language: null, kind: 'ALIAS' });

/**
 * The schema does not show with which country an alias was printed, and nobody writes until when a former name was
 * used: both must survive being read and written back.
 */
function withWhatIsKnown(names: readonly OtherName[], before: readonly OtherName[]): OtherName[] {
  return names.map((name) => {
    const known = before.filter((other) => other.name === name.name && other.kind === name.kind);
    const country = known.find((other) => other.country !== undefined)?.country;
    const until = known.find((other) => other.until !== undefined)?.until;
    return {
      ...name,
      ...(country === undefined ? {} : { country }),
      ...(until === undefined ? {} : { until }),
    };
  });
}

function changeDetails(record: OrganisationRecord, input: UpdateOrganisationInput): void {
  if (input.consultativeStatus !== undefined)
    Object.assign(record, cleanConsultativeStatus(input.consultativeStatus));
  if (input.website !== undefined) record.website = cleanWebsite(input.website);
  if (input.identifiers !== undefined) record.identifiers = cleanIdentifiers(input.identifiers ?? []);
  if (input.country !== undefined) Object.assign(record, placeOf(input));
  else if (input.region !== undefined)
    Object.assign(record, placeOf({ country: record.country, region: input.region as Region | null }));
}

/** What has constituents stays a network. */
async function checkedKind(
  { sql: tx }: CommandScope<Tables>,
  id: string,
  kind: OrganisationKind,
): Promise<OrganisationKind> {
  if (kind === OrganisationKind.NETWORK) return kind;
  const constituent = await tx
    .selectFrom('network_constituent')
    .select('organisation_id')
    .where('network_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (constituent !== undefined)
    refuse(new InvalidInput('kind', 'A network that has constituents stays one.'));
  return kind;
}
