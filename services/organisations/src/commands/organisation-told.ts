import type { OrganisationsCatalogue } from '@coalition-hub/bus';
import type { OrganisationRecord } from '../entities/organisation-record.js';

/** What the other services are told of an organisation. */
export function organisationTold(record: OrganisationRecord): OrganisationsCatalogue['ORGANISATION_UPDATED'] {
  const { id, slug, name, country, region, kind, acronym, consultativeCategory } = record;
  return { organisationId: id, slug, name, country, region, kind, acronym, consultativeCategory };
}
