/** Signatures of the sample statement that everything is measured on. */
export const SIGNATURES = 108;

/** The most that a connection gives at once. */
const LARGEST_PAGE = 200;
const PAGE_SIZES = LARGEST_PAGE - SIGNATURES + 1;

/** What the hub and the server written by hand are asked. */
export const OPERATION = `query StatementWithSignatures($slug: String!, $first: Int!) {
  statement(slug: $slug) {
    slug
    title
    signatures(first: $first) {
      totalCount
      edges { node { nameAsSigned organisation { slug name country } } }
    }
  }
}`;

/** The same, in the names that PostGraphile derives from the tables; aliases make the answer the same as well. */
export const POSTGRAPHILE_OPERATION = `query StatementWithSignatures($slug: String!, $first: Int!) {
  statement: statementBySlug(slug: $slug) {
    slug
    title
    signatures: signaturesByStatementId(first: $first) {
      totalCount
      edges { node { nameAsSigned organisation: organisationByOrganisationId { slug name country } } }
    }
  }
}`;

/**
 * The page sizes that one connection asks for in turn.
 *
 * Two equal requests must never be in flight together, as a gateway may rightly answer them once. So `$first` varies
 * where that changes nothing else: every size from 108 to 200 brings the same 108 rows, from the same statements of
 * SQL. Each connection has sizes that no other one uses, and has one request in flight. Whether a cache answered
 * instead of the database is not argued but counted (transactions.ts).
 *
 * @param connection from 0
 * @param connections how many there are, at most 46
 */
export function pageSizesOf(connection: number, connections: number): number[] {
  const share = Math.floor(PAGE_SIZES / connections);
  return Array.from({ length: share }, (_, index) => SIGNATURES + connection * share + index);
}

/** The body of one request. */
export function requestBody(query: string, slug: string, first: number): string {
  return JSON.stringify({ query, variables: { slug, first } });
}
