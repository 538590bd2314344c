import type { SignatureStatus } from '../types/signature.js';
import type { SignatureProvenance } from '../types/signature-provenance.js';

/** A signature as files show it: nothing that the graph would not. */
export interface ExportedSignature {
  readonly id: string;
  readonly nameAsSigned: string;
  /** ISO 3166-1 alpha-2; null for bodies of no one country and for people. */
  readonly countryAsSigned: string | null;
  /** Null for a person. */
  readonly organisationId: string | null;
  /** Null for an organisation. */
  readonly capacity: string | null;
  readonly provenance: SignatureProvenance;
  readonly revisionId: string;
  readonly status: SignatureStatus;
  /** `YYYY-MM-DD`, UTC. */
  readonly signedOn: string;
  readonly late: boolean;
}
