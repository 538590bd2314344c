import type { CursorSealer, CursorValues } from './cursor.js';
import { type ListOrder, Page } from './page.js';
import { type PageArgs, pageSize } from './page-args.js';

export interface RootList<Row, Node> {
  readonly order: ListOrder<Row>;
  readonly sealer: CursorSealer;
  nodeOf(row: Row): Node;
  /** At most `size + 1` rows. */
  rows(after: CursorValues | null, size: number): Promise<readonly Row[]>;
  count(): Promise<number>;
}

/**
 * A page of a list that stands below no parent.
 * @throws Fault BAD_USER_INPUT for a page size out of bounds or a cursor of another list
 */
export async function rootPage<Row, Node>(
  list: RootList<Row, Node>,
  args: PageArgs,
): Promise<Page<Row, Node>> {
  const size = pageSize(args);
  const { order, sealer } = list;
  const after = args.after == null ? null : sealer.open(order.list, args.after);
  const rows = await list.rows(after, size);
  return new Page({ rows, size, after: args.after, order, sealer, nodeOf: list.nodeOf, count: list.count });
}
