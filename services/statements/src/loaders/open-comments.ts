import type { Reads, Rights } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { isInnerOpenTo } from '../policies/is-inner-open-to.js';

/** The comments that exist for a viewer with these rights. */
export function openComments(reads: Reads<Tables>, rights: Rights) {
  return reads
    .selectFrom('statement')
    .innerJoin('comment', 'comment.statement_id', 'statement.id')
    .where(isInnerOpenTo(rights, 'comment'));
}
