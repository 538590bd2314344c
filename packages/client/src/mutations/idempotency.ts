import type { ReadDocument } from '../documents/read-document.js';
import type { AnyVariables } from '../documents/typed-document.js';

/** Without the need to choose a key: one is made where none is given. */
export type MutationVariables<Variables> = Variables extends { input: infer Input }
  ? Omit<Variables, 'input'> & { input: KeyOptional<Input> }
  : Variables;

type KeyOptional<Input> = Input extends { idempotencyKey?: unknown }
  ? Omit<Input, 'idempotencyKey'> & { idempotencyKey?: string | null | undefined }
  : Input;

/** A mutation’s variables, and whether sending them again cannot do anything twice. */
export interface KeyedVariables {
  readonly variables: AnyVariables;
  readonly repeatable: boolean;
}

/**
 * The variables with an idempotency key in their `input`: the one that is there, or a new one. Only a document that
 * does nothing beside can be repeated: another field of it would be done again.
 * @param makeKey whether to make one where none is given
 */
export function withIdempotencyKey(
  document: ReadDocument,
  variables: AnyVariables,
  makeKey: boolean,
): KeyedVariables {
  const input = variables['input'];
  if (!document.takesInput || typeof input !== 'object' || input === null) {
    return { variables, repeatable: false };
  }
  const idempotencyKey = (input as AnyVariables)['idempotencyKey'] ?? (makeKey ? newKey() : null);
  if (idempotencyKey === null) return { variables, repeatable: false };
  return { variables: { ...variables, input: { ...input, idempotencyKey } }, repeatable: true };
}

/** `crypto.randomUUID` is missing on web pages that came over plain HTTP. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
