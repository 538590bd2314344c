import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { commentColumns, toComment } from './comment-row.js';
import { openComments } from './open-comments.js';

/** Null for what does not exist and for what is not open to the viewer. */
export function commentsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openComments(reads, await rights())
      .select(commentColumns)
      .where('comment.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(toComment), ({ id }) => id);
  });
}
