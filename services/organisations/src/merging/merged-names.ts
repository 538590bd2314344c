import type { Identifier, OrganisationRecord, OtherName } from '../entities/organisation-record.js';

/** The kept organisation takes over what is known of the merged one, where it does not know better. */
export function takeOver(kept: OrganisationRecord, merged: OrganisationRecord): void {
  kept.otherNames = [...kept.otherNames, ...newNames(kept, merged)];
  kept.acronym ??= merged.acronym;
  kept.website ??= merged.website;
  kept.parentId ??= merged.parentId;
  if (kept.consultativeCategory === null) {
    kept.consultativeCategory = merged.consultativeCategory;
    kept.consultativeSince = merged.consultativeSince;
  }
  kept.identifiers = [...kept.identifiers, ...merged.identifiers.filter(isUnknownTo(kept.identifiers))];
}

/** Every name of the merged one, with the country that stood beside it where that was another one. */
function newNames(kept: OrganisationRecord, merged: OrganisationRecord): OtherName[] {
  const printed = [merged.name, ...(merged.legalName === null ? [] : [merged.legalName])];
  const names: OtherName[] = [
    ...printed.map((name): OtherName => ({ name, language: null, kind: 'ALIAS' })),
    ...merged.otherNames,
  ].map((name) => ({ ...name, country: name.country === undefined ? merged.country : name.country }));
  return names.filter((name) => !knows(kept, name)).map((name) => withoutOwnCountry(name, kept.country));
}

function knows(kept: OrganisationRecord, { name, country }: OtherName): boolean {
  const known = [
    { name: kept.name, country: kept.country },
    ...kept.otherNames.map((other) => ({
      name: other.name,
      country: other.country === undefined ? kept.country : other.country,
    })),
  ];
  return known.some((other) => other.name === name && other.country === country);
}

function withoutOwnCountry({ country, ...name }: OtherName, own: string | null): OtherName {
  return country === undefined || country === own ? name : { ...name, country };
}

function isUnknownTo(known: readonly Identifier[]) {
  return ({ scheme, value }: Identifier) =>
    !known.some((identifier) => identifier.scheme === scheme && identifier.value === value);
}
