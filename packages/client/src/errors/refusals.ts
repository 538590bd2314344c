/** What a mutation comes to: its success, or one of the refusals. `__typename` has to be selected. */
export interface Outcome {
  readonly __typename: string;
}

/** The success among the outcomes of a mutation. */
export type SuccessOf<Of extends Outcome> = Extract<Of, { readonly __typename: `${string}Success` }>;

/** The refusals among the outcomes of a mutation. */
export type RefusalOf<Of extends Outcome> = Exclude<Of, { readonly __typename: `${string}Success` }>;

/** Thrown by `successOf`, by nothing else: refusals are values. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** Stable name of the reason, where `code` was selected, or else the refusal’s type. */
  readonly code: string;

  constructor(readonly refusal: Outcome) {
    const { code, message } = refusal as { readonly code?: unknown; readonly message?: unknown };
    super(typeof message === 'string' ? message : refusal.__typename);
    this.code = typeof code === 'string' ? code : refusal.__typename;
  }
}

/** Whether a mutation did what it was asked; narrows to its success. */
export function isSuccess<Of extends Outcome>(outcome: Of): outcome is SuccessOf<Of> {
  return outcome.__typename.endsWith('Success');
}

/**
 * The success, for scripts that cannot go on without it.
 * @throws RefusedError with the refusal, where it is one
 */
export function successOf<Of extends Outcome>(outcome: Of): SuccessOf<Of> {
  if (isSuccess(outcome)) return outcome;
  throw new RefusedError(outcome);
}
