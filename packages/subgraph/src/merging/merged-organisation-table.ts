/** Which organisation turned out to be which other one; for the migrations of services that refer to organisations. */
export const mergedOrganisationTable: readonly string[] = [
  'create table merged_organisation (id uuid primary key, into_id uuid not null check (into_id <> id))',
  'create index merged_organisation_into on merged_organisation (into_id)',
];
