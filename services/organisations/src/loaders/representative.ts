import type { PersonalSealer } from '@coalition-hub/subgraph';
import type { Representative } from '../types/mandate.js';

export interface RepresentedBy {
  readonly organisationId: string;
  readonly personId: string;
  readonly sealedName: string | null;
}

/** Where the name of a person is sealed for: not for another person. */
export const placeOfName = (personId: string) => `representative ${personId}`;

/** A person as the organisation knows them. */
export function representativeOf(
  personal: PersonalSealer,
  { organisationId, personId, sealedName }: RepresentedBy,
): Representative {
  return {
    handle: personal.handle(organisationId, personId),
    name: sealedName === null ? null : personal.openIfKept(placeOfName(personId), sealedName),
  };
}
