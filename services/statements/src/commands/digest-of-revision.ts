import { revisionDigest } from '@coalition-hub/proof';
import type { CleanRevision } from './clean-revision.js';

/** What signers of a revision sign. */
export function digestOfRevision(statement: string, number: number, revision: CleanRevision): string {
  return revisionDigest({ statement, number, ...revision });
}
