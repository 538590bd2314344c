/**
 * What an import makes of a row.
 * - `ADMITTED`: a new signature, marked as reported.
 * - `ALREADY_SIGNED`: a signature of the same signatory stands and is left as it is.
 * - `WITHDRAWN`: the signatory took a signature back; an import does not bring it again.
 * - `REPEATED`: an earlier row of the same import names the same signatory.
 * - `REJECTED`: the row cannot be entered, for `reason`.
 */
export type RowOutcome =
  | { readonly kind: 'ADMITTED'; readonly signatureId: string }
  | { readonly kind: 'ALREADY_SIGNED' | 'WITHDRAWN' | 'REPEATED' }
  | { readonly kind: 'REJECTED'; readonly reason: string };
