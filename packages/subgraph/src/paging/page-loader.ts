import DataLoader from 'dataloader';
import { groupsByKey } from '../loaders/rows-by-key.js';
import type { CursorSealer, CursorValues } from './cursor.js';
import { type ListOrder, Page } from './page.js';
import { type PageArgs, pageSize } from './page-args.js';

/** A row of a list below a parent: `parent` is the id of what it belongs to. */
export interface ChildRow {
  readonly parent: string;
}

export interface PageRequest<Filter> {
  readonly parents: readonly string[];
  readonly filter: Filter;
  /** Where to go on; only ever with a single parent. */
  readonly after: CursorValues | null;
  readonly size: number;
}

/** A kind of list below a parent: how its pages and counts are read, each in one statement for all parents. */
export interface PageSource<Filter, Row extends ChildRow, Node> {
  /** Names the list inside its cursors. */
  readonly name: string;
  keyOf(row: Row): CursorValues;
  nodeOf(row: Row): Node;
  /** At most `size + 1` rows per parent, each parent's in order. */
  rows(request: PageRequest<Filter>): Promise<readonly Row[]>;
  counts(parents: readonly string[], filter: Filter): Promise<readonly { parent: string; count: number }[]>;
}

interface Batch<Row> {
  readonly rows: DataLoader<string, Row[]>;
  readonly counts: DataLoader<string, number>;
}

/** Reads one kind of list for all parents of a request that ask for the same page of it. */
export class PageLoader<Filter, Row extends ChildRow, Node> {
  readonly #batches = new Map<string, Batch<Row>>();

  constructor(
    private readonly source: PageSource<Filter, Row, Node>,
    private readonly sealer: CursorSealer,
  ) {}

  /** @throws Fault BAD_USER_INPUT for a page size out of bounds or a cursor of another list */
  async page(parent: string, args: PageArgs, filter: Filter): Promise<Page<Row, Node>> {
    const size = pageSize(args);
    const order = this.order(parent, filter);
    const after = args.after == null ? null : this.sealer.open(order.list, args.after);
    const batch = this.batch(filter, size, after);
    const { nodeOf } = this.source;
    const rows = await batch.rows.load(parent);
    return new Page({
      rows,
      size,
      after: args.after,
      order,
      sealer: this.sealer,
      nodeOf,
      count: () => batch.counts.load(parent),
    });
  }

  private order(parent: string, filter: Filter): ListOrder<Row> {
    return { list: JSON.stringify([this.source.name, parent, filter]), keyOf: this.source.keyOf };
  }

  private batch(filter: Filter, size: number, after: CursorValues | null): Batch<Row> {
    const key = JSON.stringify([filter, size, after]);
    const batch = this.#batches.get(key) ?? this.newBatch(filter, size, after);
    this.#batches.set(key, batch);
    return batch;
  }

  private newBatch(filter: Filter, size: number, after: CursorValues | null): Batch<Row> {
    return {
      rows: new DataLoader(async (parents) =>
        groupsByKey(
          parents,
          await this.source.rows({ parents, filter, after, size }),
          ({ parent }) => parent,
        ),
      ),
      counts: new DataLoader(async (parents) => {
        const counts = new Map(
          (await this.source.counts(parents, filter)).map(({ parent, count }) => [parent, count]),
        );
        return parents.map((parent) => counts.get(parent) ?? 0);
      }),
    };
  }
}
