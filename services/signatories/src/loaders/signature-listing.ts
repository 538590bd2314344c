import type { SignatureFilter } from '../types/filters.js';

/** What chooses the rows of a list of signatures, and how their names compare; part of its cursors. */
export interface SignatureListing {
  readonly filter: SignatureFilter | null;
  /** An ICU collation that exists; null for the one that the columns have. */
  readonly collation: string | null;
}
