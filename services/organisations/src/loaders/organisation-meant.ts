import type { Loaders } from '../context.js';
import type { Organisation } from '../types/organisation.js';

/** The organisation of an id, or the one that it was merged into; null for none. */
export async function organisationMeant(
  { organisationsById }: Loaders,
  id: string,
): Promise<Organisation | null> {
  const named = await organisationsById.load(id);
  return named?.mergedIntoId ? organisationsById.load(named.mergedIntoId) : named;
}
