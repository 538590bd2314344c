import { SignatureStatus } from '../types/signature.js';
import type { OpenedWindow } from './freeze-list.js';

/** What a row of `signature` takes from the window in which it is admitted. */
export function signatureIn({ statementId, revisionId, revisionDigest, opening, now }: OpenedWindow) {
  return {
    statement_id: statementId,
    revision_id: revisionId,
    revision_digest: revisionDigest,
    status: SignatureStatus.SIGNED,
    shown: true,
    late: opening > 1,
    signed_at: now,
  };
}
