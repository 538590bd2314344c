import type { OrganisationFacts } from './document-facts.js';

/** Said at the head of every text, so that nobody takes it for what was sent. */
export const summaryNotice =
  'This is a summary for the sample data of Coalition Hub, written by its authors; it is not the document itself.';

/**
 * Organisations that stand for those whose names are not shown. Two digits tell them apart.
 * @param countries dealt out in turn; null where nothing is said of countries
 */
export function placeholderOrganisations(
  count: number,
  name: string,
  slug: string,
  countries: readonly (string | null)[],
): OrganisationFacts[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    const country = countries[index % countries.length] ?? null;
    return { slug: `${slug}-${number}`, name: `${name} ${number}`, country, website: null };
  });
}
