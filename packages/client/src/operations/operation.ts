import type { TypedDocument } from '../documents/typed-document.js';

/** The document with its types written out, so that who uses it needs no gql.tada. */
/* @__NO_SIDE_EFFECTS__ */
export function operation<Result, Variables>(
  document: TypedDocument<Result, Variables>,
): TypedDocument<Result, Variables> {
  return document;
}
