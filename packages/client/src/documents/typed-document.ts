/** What an operation gives and takes: carried by its type alone, as TypedDocumentNode and gql.tada do. */
interface Typed<Result, Variables> {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}

/** A parsed document, as `graphql()` of this package, gql.tada, graphql-tag and graphql-codegen make them. */
export interface TypedDocument<Result, Variables> extends Typed<Result, Variables> {
  readonly kind: string;
  readonly definitions: readonly object[];
}

/** The text of a document, as graphql-codegen makes it with `documentMode: 'string'`. */
export interface TypedText<Result, Variables> extends Typed<Result, Variables> {
  readonly length: number;
  charAt(index: number): string;
}

/** Any way to write an operation; of a plain string nothing is known, so its result is `unknown`. */
export type HubDocument<Result, Variables> =
  | TypedDocument<Result, Variables>
  | TypedText<Result, Variables>
  | string;

/** Any object, as variables are before they are known. */
export type AnyVariables = { readonly [name: string]: unknown };

/** What an operation gives. */
export type ResultIn<Document> = Document extends Typed<infer Result, never> ? Result : never;

/** What an operation takes. */
export type VariablesIn<Document> = Document extends Typed<unknown, infer Variables> ? Variables : never;
