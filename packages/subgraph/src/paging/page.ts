import type { CursorSealer, CursorValues } from './cursor.js';

/** How a list orders its rows: what its cursors are sealed for, and which values of a row say where it stands. */
export interface ListOrder<Row> {
  /** Names the list and the arguments that choose its rows. */
  readonly list: string;
  keyOf(row: Row): CursorValues;
}

/** An edge whose cursor is sealed only if somebody asks for it: sealing 108 of them costs more than reading them. */
export class PageEdge<Node, Row = Node> {
  readonly #seal: () => string;

  constructor(
    readonly node: Node,
    row: Row,
    order: ListOrder<Row>,
    sealer: CursorSealer,
  ) {
    this.#seal = () => sealer.seal(order.list, order.keyOf(row));
  }

  get cursor(): string {
    return this.#seal();
  }
}

class PageFacts<Node, Row> {
  constructor(
    private readonly edges: readonly PageEdge<Node, Row>[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {}

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

export interface PageParts<Row, Node> {
  /** Up to `size + 1` rows: the one too many only tells that there is a next page. */
  readonly rows: readonly Row[];
  readonly size: number;
  readonly after: string | null | undefined;
  readonly order: ListOrder<Row>;
  readonly sealer: CursorSealer;
  readonly nodeOf: (row: Row) => Node;
  /** Only called when the count is selected. */
  readonly count: () => Promise<number>;
}

/** One page of a Relay connection (https://relay.dev/graphql/connections.htm). */
export class Page<Row, Node> {
  readonly edges: readonly PageEdge<Node, Row>[];
  readonly pageInfo: PageFacts<Node, Row>;
  readonly #count: () => Promise<number>;

  constructor(parts: PageParts<Row, Node>) {
    const { rows, size, order, sealer, nodeOf } = parts;
    this.edges = rows.slice(0, size).map((row) => new PageEdge(nodeOf(row), row, order, sealer));
    this.pageInfo = new PageFacts(this.edges, rows.length > size, parts.after != null);
    this.#count = isWhole(parts) ? async () => rows.length : parts.count;
  }

  get totalCount(): Promise<number> {
    return this.#count();
  }
}

/** The first page of a list that needs no second one has counted it already. */
function isWhole({
  after,
  rows,
  size,
}: Pick<PageParts<unknown, unknown>, 'after' | 'rows' | 'size'>): boolean {
  return after == null && rows.length <= size;
}
