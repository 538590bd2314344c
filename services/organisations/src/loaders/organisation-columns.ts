import { sql } from 'kysely';
import type { Identifier } from '../entities/organisation-record.js';
import type { Region } from '../geography/region.js';
import type { ConsultativeStatus } from '../types/consultative-status.js';
import type { OrganisationIdentifier } from '../types/identifier.js';
import type { OrganisationKind } from '../types/organisation-kind.js';

/** Columns of an organisation under the names that the schema gives them. */
export const organisationColumns = [
  'organisation.id',
  'organisation.slug',
  'organisation.name',
  'organisation.legal_name as legalName',
  'organisation.acronym',
  'organisation.other_names as otherNames',
  sql<OrganisationKind>`organisation.kind`.as('kind'),
  sql<ConsultativeStatus | null>`
    case when organisation.consultative_category is not null then
      jsonb_build_object('category', organisation.consultative_category, 'since', organisation.consultative_since)
    end`.as('consultativeStatus'),
  'organisation.country',
  sql<Region | null>`organisation.region`.as('region'),
  'organisation.website',
  sql<readonly (Identifier & OrganisationIdentifier)[]>`organisation.identifiers`.as('identifiers'),
  'organisation.parent_id as parentId',
  'organisation.merged_into as mergedIntoId',
] as const;
