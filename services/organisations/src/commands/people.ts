import type { PersonalSealer, PersonHasher } from '@coalition-hub/subgraph';

/** How commands name people: by a keyed hash, and by a sealed name that an organisation gave. */
export interface People {
  readonly persons: PersonHasher;
  readonly personal: PersonalSealer;
}
