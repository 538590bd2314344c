/** Columns of an organisation under the names that the schema gives them. */
export const organisationColumns = [
  'organisation.id',
  'organisation.slug',
  'organisation.name',
  'organisation.other_names as otherNames',
  'organisation.country',
  'organisation.region',
  'organisation.website',
  'organisation.identifiers',
] as const;
