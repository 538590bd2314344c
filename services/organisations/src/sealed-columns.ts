import type { SealedColumn } from '@coalition-hub/subgraph';
import { placeOfName } from './loaders/representative.js';

const nameOfPerson = { column: 'sealed_name', placedBy: 'person_id', place: placeOfName };

/** Every column with sealed texts; one that is not listed would be lost when keys are rotated. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'representative', ...nameOfPerson },
  { table: 'organisation_claim', ...nameOfPerson },
];
