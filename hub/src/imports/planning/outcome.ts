import type { SimilarityReason } from '@coalition-hub/organisations';

/** An organisation of the registry, or an earlier line of the list, that a row could mean. */
export interface CandidateBody {
  readonly organisationId?: string;
  readonly line?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** 0 to 1. */
  readonly similarity: number;
  readonly reason: SimilarityReason;
}

/** The body of an earlier line, or the organisation that no earlier line has named. */
export type ListedBody = { readonly of: number } | { readonly organisationId: string };

/**
 * What an import makes of a row.
 * - `NEW`: a body that the registry does not have; `accepted` where it was doubtful and was to be entered all the same.
 * - `MATCHED`: an organisation that the registry has.
 * - `REPEATED`: the body of an earlier line; whatever becomes of that becomes of this.
 * - `RENAMED`: an organisation that the registry has, or the body of an earlier line, under a later or another name.
 * - `LEFT`: an organisation of the registry, or the body of an earlier line, that the list says is gone.
 * - `PERSON`: somebody who signs in a capacity.
 * - `DOUBTFUL`: for a person to decide.
 * - `SKIPPED`: a person has decided to leave it out.
 * - `REJECTED`: cannot be entered as it stands.
 */
export type Outcome =
  | { readonly kind: 'NEW'; readonly accepted?: true }
  | { readonly kind: 'MATCHED'; readonly organisationId: string }
  | { readonly kind: 'REPEATED'; readonly of: number }
  | {
      readonly kind: 'RENAMED';
      readonly body: ListedBody;
      /** A name that it had before and that the row itself does not tell. */
      readonly was: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'LEFT'; readonly body: ListedBody }
  | { readonly kind: 'PERSON' | 'SKIPPED' }
  | { readonly kind: 'DOUBTFUL'; readonly reason: string; readonly candidates: readonly CandidateBody[] }
  | { readonly kind: 'REJECTED'; readonly reason: string };

export type OutcomeKind = Outcome['kind'];
