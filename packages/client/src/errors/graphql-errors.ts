import { HubError, type HubErrorDetails } from './hub-error.js';

/** An entry of `errors` in an answer, as far as it keeps to the specification. */
interface AnsweredError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly requestId?: unknown };
}

/** The errors of one answer as one: the first that would come again, or the first of all. */
export function errorOfAnswer(errors: readonly unknown[], details: HubErrorDetails = {}): HubError {
  const all = errors.map((error) => hubError((error ?? {}) as AnsweredError, details));
  return all.find(({ retryable }) => !retryable) ?? all[0] ?? unexplained(details);
}

function hubError({ message, path, extensions }: AnsweredError, details: HubErrorDetails): HubError {
  const { code, requestId } = extensions ?? {};
  return new HubError(textOr(code, 'BAD_RESPONSE'), textOr(message, 'The hub gave no reason'), {
    ...details,
    requestId: typeof requestId === 'string' ? requestId : details.requestId,
    path: Array.isArray(path) ? (path as (string | number)[]) : undefined,
  });
}

function unexplained(details: HubErrorDetails): HubError {
  return new HubError('BAD_RESPONSE', 'The hub answered with neither data nor a reason', details);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
