import { HubError } from '../errors/hub-error.js';
import { type Connection, LARGEST_PAGE } from './connection.js';

/**
 * Everything in a list, page by page: one page is in memory at a time, and the next is asked for when it is needed.
 * @param first size of a page, 1 to 200
 * @param after where to begin; from the start if left out
 * @param page null where what has the list does not exist, or is not open to the viewer
 * @throws RangeError for another size; HubError NOT_FOUND without a list, BAD_RESPONSE for a list that does not move on
 */
export async function* everyNode<Node>(
  first: number,
  after: string | null | undefined,
  page: (first: number, after: string | null) => Promise<Connection<Node> | null | undefined>,
): AsyncGenerator<Node, void, void> {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw new RangeError(`"first" must be a whole number from 1 to ${LARGEST_PAGE}`);
  }
  for (let place = after ?? null; ; ) {
    const connection = await page(first, place);
    if (connection == null)
      throw new HubError('NOT_FOUND', 'There is no such list, or it is not open to you');
    for (const { node } of connection.edges) yield node;
    const { hasNextPage, endCursor } = connection.pageInfo;
    if (!hasNextPage) return;
    if (endCursor === null || endCursor === place)
      throw new HubError('BAD_RESPONSE', 'The list does not move on');
    place = endCursor;
  }
}
