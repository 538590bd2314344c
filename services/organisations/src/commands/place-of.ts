import { InvalidInput, refuse } from '@coalition-hub/subgraph';
import { isCountry, regionOf } from '../geography/country.js';
import type { Region } from '../geography/region.js';

export interface PlaceInput {
  readonly country?: string | null | undefined;
  readonly region?: Region | null | undefined;
}

/** @throws InvalidInput for what is no country, and for a region that is not the country's */
export function placeOf({ country, region }: PlaceInput): { country: string | null; region: string | null } {
  if (country == null) return { country: null, region: region ?? null };
  if (!isCountry(country)) {
    refuse(new InvalidInput('country', '"country" must be a two-letter code of ISO 3166-1, such as "ES".'));
  }
  const derived = regionOf(country);
  if (region != null && region !== derived) {
    refuse(new InvalidInput('region', '"region" contradicts the country; leave it out.'));
  }
  return { country, region: derived };
}
