import { type GraphClient, mutationSource } from '../whole-hub/graph-client.js';

export interface Revision {
  readonly number: number;
  readonly digest: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** A frozen list. */
export interface List {
  readonly id: string;
  readonly digest: string;
  readonly frozenAt: string;
  readonly size: number;
  readonly revision: { readonly digest: string };
}

export interface Signed {
  readonly id: string;
  readonly nameAsSigned: string;
  readonly countryAsSigned: string | null;
  readonly signedOn: string;
  readonly status: string;
  readonly late: boolean;
  readonly revision: { readonly digest: string };
  readonly organisation: { readonly id: string; readonly name: string; readonly country: string | null };
}

/** A query for fields of one statement, by its slug. */
export function reading(fields: string): string {
  return `query ($slug: String!) { statement(slug: $slug) { ${fields} } }`;
}

/** A mutation as arguments for `GraphClient.errors` and `ask`. */
export function asking(mutation: string, input: object): [source: string, variables: object] {
  return [mutationSource(mutation), { input }];
}

interface StatementShown {
  readonly status: string;
  readonly updateCursor: string;
  readonly signing: { readonly state: string };
}

export async function statementShown(client: GraphClient, slug: string) {
  const { statement } = await client.query<{ statement: StatementShown | null }>(
    reading('status updateCursor signing { state }'),
    { slug },
  );
  return statement;
}

/** The `totalCount` of a query for one connection. */
export async function countOf(client: GraphClient, source: string): Promise<number | undefined> {
  const data = await client.query<Record<string, { totalCount: number }>>(source);
  return Object.values(data)[0]?.totalCount;
}

interface Page<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** All members of a coalition, read page by page. */
export async function allMembers(
  client: GraphClient,
  slug: string,
  chosen: { first: number; asOf?: string; filter?: object },
): Promise<{ totalCount: number; names: string[]; pages: number }> {
  const source = `query ($slug: String!, $first: Int, $asOf: Date, $filter: MemberFilter, $after: String) {
    coalition(slug: $slug) { members(first: $first, after: $after, asOf: $asOf, filter: $filter) {
      totalCount edges { node { organisation { name } } } pageInfo { endCursor hasNextPage } } }
  }`;
  const pages = await allPages(async (after) => {
    const variables = { slug, after, ...chosen };
    const { coalition } = await client.query<{
      coalition: { members: Page<{ organisation: { name: string } }> };
    }>(source, variables);
    return coalition.members;
  });
  const names = pages.flatMap(({ edges }) => edges.map(({ node }) => node.organisation.name));
  return { totalCount: pages[0]?.totalCount ?? 0, names, pages: pages.length };
}

/** A list of a statement’s signatories, read page by page. */
export async function closedList(
  client: GraphClient,
  slug: string,
  list: 'CURRENT' | 'AT_DELIVERY',
  filter: object | null = null,
): Promise<{ totalCount: number; signatures: Signed[] }> {
  const source = `query ($slug: String!, $list: SignatoryListKind, $filter: SignatureFilter, $after: String) {
    statement(slug: $slug) { signatures(first: 50, after: $after, list: $list, filter: $filter) {
      totalCount pageInfo { endCursor hasNextPage }
      edges { node { id nameAsSigned countryAsSigned signedOn status late revision { digest }
        organisation { id name country } } } } }
  }`;
  const pages = await allPages(async (after) => {
    const variables = { slug, list, filter, after };
    const { statement } = await client.query<{ statement: { signatures: Page<Signed> } }>(source, variables);
    return statement.signatures;
  });
  const signatures = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  return { totalCount: pages[0]?.totalCount ?? 0, signatures };
}

async function allPages<Node>(read: (after: string | null) => Promise<Page<Node>>): Promise<Page<Node>[]> {
  const pages: Page<Node>[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await read(after);
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    after = page.pageInfo.endCursor;
  }
}
