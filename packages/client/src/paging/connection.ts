/** A page of a list, as far as paging needs it; a document has to select this much. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The most that the hub gives at once. */
export const LARGEST_PAGE = 200;

/** Arguments of a document that can be read page by page. */
export interface PageVariables {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}
