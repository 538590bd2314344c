import type { Reads, Rights } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { isInnerOpenTo } from '../policies/is-inner-open-to.js';

/** The amendments that exist for a viewer with these rights. */
export function openAmendments(reads: Reads<Tables>, rights: Rights) {
  return reads
    .selectFrom('statement')
    .innerJoin('amendment', 'amendment.statement_id', 'statement.id')
    .where(isInnerOpenTo(rights, 'amendment'));
}
