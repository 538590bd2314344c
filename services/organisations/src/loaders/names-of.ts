import type { Organisation } from '../types/organisation.js';
import { NameKind, type OrganisationName } from '../types/organisation-name.js';

/** All names of an organisation, each once. */
export function namesOf({ name, legalName, acronym, otherNames }: Organisation): OrganisationName[] {
  const own = [
    { name, kind: NameKind.USUAL },
    { name: legalName, kind: NameKind.LEGAL },
    { name: acronym, kind: NameKind.ACRONYM },
  ].flatMap((entry) => (entry.name === null ? [] : [{ name: entry.name, kind: entry.kind, language: null }]));
  const others = otherNames.map((other) => ({ ...other, kind: NameKind[other.kind] }));
  const distinct = new Map<string, OrganisationName>();
  for (const entry of [...own, ...others]) if (!distinct.has(entry.name)) distinct.set(entry.name, entry);
  return [...distinct.values()];
}
