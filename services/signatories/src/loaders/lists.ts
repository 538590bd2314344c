import { groupsByKey, isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import type { SignatoryList } from '../types/signatory-list.js';

const columns = [
  'id',
  'statement_id as statementId',
  'revision_id as revisionId',
  'digest',
  'size',
  'people',
  'frozen_at as frozenAt',
] as const;

interface ListRow extends Omit<SignatoryList, 'revision'> {
  readonly statementId: string;
  readonly revisionId: string;
}

const listOf = (row: ListRow) => ({ ...row, revision: { id: row.revisionId } });

export function listsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('signatory_list')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(listOf), ({ id }) => id);
  });
}

/** All frozen lists of statements, oldest first. */
export function listsByStatement(reads: Reads<Tables>) {
  return new DataLoader(async (statements: readonly string[]) => {
    const rows = await reads
      .selectFrom('signatory_list')
      .select(columns)
      .where('statement_id', '=', (eb) => eb.fn.any(eb.val(statements)))
      .orderBy('frozen_at')
      .orderBy('id')
      .execute();
    return groupsByKey(statements, rows.map(listOf), ({ statementId }) => statementId);
  });
}
