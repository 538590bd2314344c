import type { Reads, Rights } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { isRevisionOpenTo } from '../policies/is-revision-open-to.js';
import { allStatements } from './statement-row.js';

/** The revisions that exist for a viewer with these rights. */
export function openRevisions(reads: Reads<Tables>, rights: Rights) {
  return allStatements(reads)
    .innerJoin('revision', 'revision.statement_id', 'statement.id')
    .where(isRevisionOpenTo(rights));
}
